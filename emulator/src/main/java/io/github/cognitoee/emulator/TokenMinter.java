package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Mints tokens without a sign-in: valid ones, and ones that are wrong in exactly one way.
 *
 * <pre>{@code
 * String token = emulator.tokens().user("alice").accessToken();
 * String tooLate = emulator.tokens().user("alice").expired().accessToken();
 * String forged = emulator.tokens().user("alice").signedWithForeignKey().idToken();
 * String machine = emulator.tokens().machine("backend").scopes("orders/write").accessToken();
 * }</pre>
 *
 * Safe for use by many threads.
 */
public final class TokenMinter {

    private final UserPools pools;
    private final Clock clock;
    private final Supplier<RSAKey> foreignKey = new Lazy<>(SigningKeys::newKey);

    TokenMinter(UserPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /** Tokens of a configured user; without further words from the first pool and its first client. */
    public TokenRecipe user(String username) {
        return TokenRecipe.ofUser(this, username);
    }

    /** Tokens of an app client itself, as the grant {@code client_credentials} gives them. */
    public TokenRecipe machine(String clientId) {
        return TokenRecipe.ofMachine(this, clientId);
    }

    /**
     * The public half of the key behind {@link TokenRecipe#signedWithForeignKey()}, as members of a JWK: what a forger
     * would write into the header's {@code jwk}.
     */
    public Map<String, Object> foreignJwk() {
        return foreignKey().toPublicJWK().toJSONObject();
    }

    UserPools pools() {
        return pools;
    }

    Clock clock() {
        return clock;
    }

    /** One key that belongs to no pool, the same as long as the emulator runs. */
    RSAKey foreignKey() {
        return foreignKey.get();
    }

    /** A value made at first use; RSA keys are slow to make. */
    private static final class Lazy<T> implements Supplier<T> {

        private final Supplier<T> source;
        private @Nullable T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            T made = value;
            if (made == null) {
                made = source.get();
                value = made;
            }
            return made;
        }
    }
}
