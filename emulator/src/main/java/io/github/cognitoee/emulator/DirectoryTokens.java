package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.cognitoee.emulator.UserPools.LivePool;
import io.github.cognitoee.emulator.internal.identity.UserPoolTokens;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Directory;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The emulator's user pools as identity pools see them. */
record DirectoryTokens(Directory directory, UserPools pools) implements UserPoolTokens {

    @Override
    public Optional<Pool> ofProvider(String providerName) {
        return directory.all().stream()
                .filter(pool -> pools.providerNameOf(pool.id()).equals(providerName))
                .findFirst()
                .map(pool -> new TokenPool(pools, pools.required(pool.id())));
    }

    private record TokenPool(UserPools pools, LivePool live) implements Pool {

        @Override
        public String issuer() {
            return pools.issuerOf(live.id());
        }

        @Override
        public JWKSet keys() {
            return live.keys().published();
        }

        @Override
        public boolean stillHolds(Map<String, Object> claims) {
            return live.pool()
                    .accounts()
                    .named(String.valueOf(claims.get("cognito:username")))
                    .filter(account -> account.enabled() && account.sub().equals(claims.get("sub")))
                    .filter(account -> !isRevoked(account, claims))
                    .isPresent();
        }

        private boolean isRevoked(Account account, Map<String, Object> claims) {
            Object authTime = claims.get("auth_time");
            Instant signedIn =
                    authTime instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.EPOCH;
            return live.pool()
                    .grants()
                    .isRevoked(account.username(), Objects.toString(claims.get("origin_jti"), null), signedIn);
        }
    }
}
