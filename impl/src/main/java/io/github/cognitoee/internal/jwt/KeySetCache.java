package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.UserPoolConfig;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The key sets of the configured user pools, kept in memory. Thread-safe; a key that is at hand is found without a lock.
 * See {@link CachedKeySet} for when a set is fetched again.
 */
final class KeySetCache implements KeySource {

    private final Map<String, KeysByKid> byPoolId;

    /**
     * @param published makes what keeps a published set
     * @throws CognitoConfigurationException if a pinned set is none
     */
    KeySetCache(Collection<UserPoolConfig> pools, BiFunction<UserPoolConfig, URI, KeysByKid> published) {
        this.byPoolId =
                pools.stream().collect(Collectors.toUnmodifiableMap(UserPoolConfig::id, pool -> keys(pool, published)));
    }

    private static KeysByKid keys(UserPoolConfig pool, BiFunction<UserPoolConfig, URI, KeysByKid> published) {
        return pool.keys() instanceof KeyLocation.Pinned pinned
                ? pinned(pool, pinned)
                : published.apply(pool, ((KeyLocation.Published) pool.keys()).jwksUri());
    }

    private static KeysByKid pinned(UserPoolConfig pool, KeyLocation.Pinned pinned) {
        try {
            KeySet keys = KeySet.parse(pinned.jwks(), null);
            return kid -> {
                KeyLookup found = keys.find(kid);
                return found != null ? found : KeyLookup.UNKNOWN;
            };
        } catch (IOException e) {
            throw Problem.WRONG_VALUE.exception(
                    "cognito.user-pool.jwks of user pool " + pool.id() + ": " + e.getMessage());
        }
    }

    @Override
    public KeyLookup find(UserPoolConfig pool, String kid) {
        return Objects.requireNonNull(byPoolId.get(pool.id()), "not a configured user pool")
                .find(kid);
    }

    /** Fetches all sets in the background, before the first token asks for them. */
    void fetchAhead() {
        byPoolId.values().forEach(KeysByKid::fetchAhead);
    }

    @Override
    public void close() {
        byPoolId.values().forEach(KeysByKid::close);
    }
}
