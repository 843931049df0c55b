package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A login at a provider outside of AWS, as an ID token tells it. Immutable: each word gives another. */
public final class ProviderLogin {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final String provider;
    private final Map<String, Object> claims;
    private final Duration age;
    private final Clock clock;
    private final Supplier<RSAKey> key;

    private ProviderLogin(
            String provider, Map<String, Object> claims, Duration age, Clock clock, Supplier<RSAKey> key) {
        this.provider = provider;
        this.claims = Map.copyOf(claims);
        this.age = age;
        this.clock = clock;
        this.key = key;
    }

    static ProviderLogin of(
            String provider, String issuer, String clientId, String userId, Clock clock, Supplier<RSAKey> key) {
        Map<String, Object> claims = Map.of("iss", issuer, "aud", clientId, "sub", userId);
        return new ProviderLogin(provider, claims, Duration.ZERO, clock, key);
    }

    /** Its key in {@code Logins}. */
    public String provider() {
        return provider;
    }

    /** With another claim, or another value, {@code iss} and {@code aud} too. */
    public ProviderLogin withClaim(String name, Object value) {
        Map<String, Object> others = new LinkedHashMap<>(claims);
        others.put(name, value);
        return new ProviderLogin(provider, others, age, clock, key);
    }

    /** Whose token ended a minute ago. */
    public ProviderLogin expired() {
        return new ProviderLogin(provider, claims, LIFETIME.plusMinutes(1), clock, key);
    }

    /** Signed by a key that the provider has not. */
    public ProviderLogin signedWithForeignKey() {
        RSAKey foreign = SigningKeys.newKey();
        return new ProviderLogin(provider, claims, age, clock, () -> new RSAKey.Builder(foreign)
                .keyID(key.get().getKeyID())
                .build());
    }

    /** The token, good for an hour, RS256. */
    public String idToken() {
        Instant issued = clock.instant().minus(age);
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder();
        claims.forEach(all::claim);
        JWTClaimsSet content = all.issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(LIFETIME)))
                .build();
        RSAKey signing = key.get();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signing.getKeyID())
                        .build(),
                content);
        try {
            jwt.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own does not sign", e);
        }
        return jwt.serialize();
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "ProviderLogin[" + provider + ", " + claims.get("sub") + "]";
    }
}
