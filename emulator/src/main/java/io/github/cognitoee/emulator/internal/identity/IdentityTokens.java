package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tokens of the identity service itself, by which STS and the service know an identity again. Thread-safe. */
final class IdentityTokens {

    static final String ISSUER = "https://" + WebIdentity.ISSUER_HOST;

    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final int BITS = 2048;

    private final String region;
    private final Clock clock;
    private @Nullable RSAKey key;

    /** @param kept its key of before, if it had one */
    IdentityTokens(String region, Clock clock, @Nullable Map<String, Object> kept) {
        this.region = region;
        this.clock = clock;
        this.key = kept == null ? null : parsed(kept);
    }

    private static RSAKey parsed(Map<String, Object> jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no RSA key", e);
        }
    }

    /** Its key as a private JWK, if it was needed yet. */
    synchronized @Nullable Map<String, Object> keptKey() {
        return key == null ? null : key.toJSONObject();
    }

    String issue(WebIdentity identity, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(identity.subject())
                .audience(identity.audience())
                .claim("amr", identity.methods())
                .issuer(ISSUER)
                .expirationTime(Date.from(now.plus(lifetime)))
                .issueTime(Date.from(now));
        if (!identity.tags().isEmpty()) {
            Map<String, List<String>> tags = new TreeMap<>();
            identity.tags().forEach((name, value) -> tags.put(name, List.of(value)));
            claims.claim(TAGS, Map.of("principal_tags", tags));
        }
        return signed(claims.build());
    }

    /** What verifiers need. */
    JWKSet published() {
        return new JWKSet(key().toPublicJWK());
    }

    /** Takes a token apart that is one of these and carries this service's signature, whether it has expired or not. */
    Checked check(String token) {
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(token);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            return Checked.of(Outcome.NOT_A_TOKEN);
        }
        if (!ISSUER.equals(claims.getIssuer())) {
            return Checked.of(Outcome.FOREIGN_ISSUER, String.valueOf(claims.getIssuer()));
        }
        if (!isSignedHere(jwt)) {
            return Checked.of(Outcome.WRONG_SIGNATURE);
        }
        Instant end = claims.getExpirationTime().toInstant();
        return new Checked(
                clock.instant().isBefore(end) ? Outcome.VALID : Outcome.EXPIRED, ISSUER, end, identityOf(claims));
    }

    /** What is to be said of a token. */
    enum Outcome {
        VALID,
        EXPIRED,
        NOT_A_TOKEN,
        FOREIGN_ISSUER,
        WRONG_SIGNATURE
    }

    /** A token after the check. */
    record Checked(Outcome outcome, String issuer, Instant end, @Nullable WebIdentity holder) {

        private static Checked of(Outcome outcome) {
            return of(outcome, "");
        }

        private static Checked of(Outcome outcome, String issuer) {
            return new Checked(outcome, issuer, Instant.EPOCH, null);
        }

        /** Whom a valid or expired token names. */
        WebIdentity identity() {
            return Objects.requireNonNull(holder);
        }
    }

    private boolean isSignedHere(SignedJWT jwt) {
        try {
            return JWSAlgorithm.RS512.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(new RSASSAVerifier(key()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static WebIdentity identityOf(JWTClaimsSet claims) {
        try {
            return new WebIdentity(
                    claims.getAudience().get(0), claims.getSubject(), claims.getStringListClaim("amr"), tagsOf(claims));
        } catch (ParseException e) {
            throw new IllegalStateException("a token of our own has other claims", e);
        }
    }

    private static Map<String, String> tagsOf(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> tags = claims.getJSONObjectClaim(TAGS);
        Map<String, String> values = new TreeMap<>();
        if (tags != null && tags.get("principal_tags") instanceof Map<?, ?> all) {
            all.forEach((name, list) ->
                    values.put(name.toString(), ((List<?>) list).get(0).toString()));
        }
        return values;
    }

    private String signed(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .type(new JOSEObjectType("JWS"))
                .keyID(key().getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own does not sign", e);
        }
        return jwt.serialize();
    }

    /** Made at first use: RSA keys are slow to make, and few callers need one. */
    private synchronized RSAKey key() {
        RSAKey made = key;
        if (made == null) {
            try {
                made = new RSAKeyGenerator(BITS)
                        .algorithm(JWSAlgorithm.RS512)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyID(region + "1")
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("every Java runtime has RSA", e);
            }
            key = made;
        }
        return made;
    }
}
