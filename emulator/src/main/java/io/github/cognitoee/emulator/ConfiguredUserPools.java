package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.cognitoee.emulator.UserPools.LivePool;
import io.github.cognitoee.emulator.internal.identity.UserPoolTokens;
import java.util.Map;
import java.util.Optional;

/** The emulator's user pools as identity pools see them. */
record ConfiguredUserPools(EmulatorConfig config, UserPools pools) implements UserPoolTokens {

    @Override
    public Optional<Pool> ofProvider(String providerName) {
        return config.userPools().stream()
                .filter(pool -> pools.providerNameOf(pool.id()).equals(providerName))
                .findFirst()
                .map(pool -> new TokenPool(pools, pools.required(pool.id())));
    }

    private record TokenPool(UserPools pools, LivePool pool) implements Pool {

        @Override
        public String issuer() {
            return pools.issuerOf(pool.id());
        }

        @Override
        public JWKSet keys() {
            return pool.keys().published();
        }

        @Override
        public boolean stillHolds(Map<String, Object> claims) {
            return pool.config()
                    .user(String.valueOf(claims.get("cognito:username")))
                    .filter(user -> Subjects.of(pool.id(), user).equals(claims.get("sub")))
                    .isPresent();
        }
    }
}
