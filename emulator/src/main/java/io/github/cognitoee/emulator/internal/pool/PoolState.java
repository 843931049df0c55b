package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user pool in the form in which a file keeps it: all but what ends within hours, codes, challenges and counted attempts.
 * Passwords are hashes, refresh tokens digests.
 */
public record PoolState(
        String id,
        String name,
        Instant created,
        Instant modified,
        @Nullable String domain,
        PoolSettings settings,
        UsernameRules usernameRules,
        List<Schema.Definition> schema,
        List<Group> groups,
        List<ResourceServer> resourceServers,
        List<IdentityProvider> providers,
        List<Client> clients,
        List<Account> accounts,
        MfaFactors mfaFactors,
        List<Device> devices,
        List<Passkey> passkeys,
        SignIns signIns) {

    static PoolState of(Pool pool) {
        return new PoolState(
                pool.id(),
                pool.name(),
                pool.created(),
                pool.modified(),
                pool.domain().orElse(null),
                pool.settings(),
                pool.usernameRules(),
                pool.schema().definitions(),
                pool.groups().all(),
                pool.resourceServers().all(),
                pool.providers().all(),
                pool.clients().all().stream().map(Client::of).toList(),
                pool.accounts().all(),
                pool.mfaFactors(),
                pool.devices().all(),
                pool.passkeys().all(),
                pool.grants().state());
    }

    /** Tells the id alone. */
    @Override
    public String toString() {
        return "PoolState[" + id + "]";
    }

    /** An app client. */
    public record Client(
            String id,
            String name,
            @Nullable String secret,
            Instant modified,
            Instant created,
            ClientSettings settings) {

        private static Client of(AppClient client) {
            return new Client(
                    client.clientId(),
                    client.clientName(),
                    client.clientSecret(),
                    client.lastModifiedDate(),
                    client.creationDate(),
                    client.settings());
        }

        AppClient in(String poolId) {
            return new AppClient(poolId, id, name, secret, modified, created, settings);
        }

        /** Tells no secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * The sign-ins of a pool.
     *
     * @param revoked by {@code origin_jti}
     * @param signedOut when users signed out everywhere, by their names
     */
    public record SignIns(
            List<Grant> grants,
            List<RefreshToken> refreshTokens,
            Set<String> revoked,
            Map<String, Instant> signedOut) {}

    /**
     * A refresh token.
     *
     * @param usableUntil null unless another took its place
     */
    public record RefreshToken(String digest, String originJti, @Nullable Instant usableUntil) {}
}
