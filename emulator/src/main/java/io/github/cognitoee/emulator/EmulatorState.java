package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.RSAKey;
import io.github.cognitoee.emulator.internal.identity.IdentityState;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.PoolState;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that an emulator remembers when it starts anew.
 *
 * @param keys of user pools, by pool id
 */
record EmulatorState(
        String region, String accountId, List<PoolState> userPools, Map<String, Keys> keys, IdentityState identity) {

    static EmulatorState of(EmulatorConfig config, Directory directory, UserPools pools, IdentityState identity) {
        Map<String, Keys> keys = new TreeMap<>();
        pools.rings().forEach((poolId, ring) -> keys.put(poolId, Keys.of(ring)));
        return new EmulatorState(
                config.region(),
                config.accountId(),
                directory.all().stream().map(Pool::state).toList(),
                keys,
                identity);
    }

    /** The keys of user pools, by pool id. */
    Map<String, KeyRing> rings() {
        Map<String, KeyRing> rings = new TreeMap<>();
        keys.forEach((poolId, kept) -> rings.put(poolId, kept.ring()));
        return rings;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "EmulatorState";
    }

    /** The keys of a pool, in the order of their rotation. */
    record Keys(List<Pair> old, Pair current, @Nullable Pair next) {

        static Keys of(KeyRing ring) {
            return new Keys(
                    ring.old().stream().map(Pair::of).toList(),
                    Pair.of(ring.current()),
                    Optional.ofNullable(ring.next()).map(Pair::of).orElse(null));
        }

        KeyRing ring() {
            return new KeyRing(
                    old.stream().map(Pair::keys).toList(),
                    current.keys(),
                    Optional.ofNullable(next).map(Pair::keys).orElse(null));
        }

        @Override
        public String toString() {
            return "Keys";
        }
    }

    /** Two private JWKs. */
    record Pair(Map<String, Object> idToken, Map<String, Object> accessToken) {

        static Pair of(SigningKeys keys) {
            return new Pair(
                    keys.idTokenKey().toJSONObject(), keys.accessTokenKey().toJSONObject());
        }

        SigningKeys keys() {
            return new SigningKeys(parsed(idToken), parsed(accessToken));
        }

        private static RSAKey parsed(Map<String, Object> jwk) {
            try {
                return RSAKey.parse(jwk);
            } catch (ParseException e) {
                throw new IllegalArgumentException("no RSA key", e);
            }
        }

        @Override
        public String toString() {
            return "Pair";
        }
    }
}
