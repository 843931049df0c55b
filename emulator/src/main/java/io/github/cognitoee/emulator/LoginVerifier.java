package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.UserPools.LivePool;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verifies the login of a call to an identity pool: an ID token of one of the pool's providers. */
final class LoginVerifier {

    private static final String INVALID = "Invalid login token. ";

    private final UserPools userPools;
    private final Clock clock;

    LoginVerifier(UserPools userPools, Clock clock) {
        this.userPools = userPools;
        this.clock = clock;
    }

    /** The one login of a call. {@code logins} maps provider names to tokens. */
    VerifiedLogin verify(IdentityPool identityPool, Map<String, String> logins) {
        if (logins.isEmpty()) {
            throw ServiceException.notAuthorized("Unauthenticated access is not supported for this identity pool.");
        }
        if (logins.size() > 1) {
            throw ServiceException.invalidParameter("The emulator takes one login at a time, found " + logins.size());
        }
        Map.Entry<String, String> login = logins.entrySet().iterator().next();
        List<Provider> candidates = identityPool.providers().stream()
                .filter(provider ->
                        userPools.providerNameOf(provider.userPoolId()).equals(login.getKey()))
                .toList();
        if (candidates.isEmpty()) {
            throw unsupportedProvider();
        }
        return verify(login.getKey(), login.getValue(), candidates);
    }

    private VerifiedLogin verify(String providerName, String token, List<Provider> candidates) {
        LivePool pool = userPools
                .find(candidates.get(0).userPoolId())
                .orElseThrow(() -> new IllegalStateException("a provider without a user pool"));
        SignedJWT jwt = parsed(token);
        JWTClaimsSet claims = claimsOf(jwt);
        if (!userPools.issuerOf(pool.id()).equals(claims.getIssuer())) {
            throw ServiceException.notAuthorized(INVALID + "Issuer doesn't match providerName");
        }
        checkSignature(jwt, pool);
        checkExpiry(claims);
        if (claims.getAudience().isEmpty()) {
            throw ServiceException.notAuthorized(INVALID + "Missing a required claim: aud");
        }
        Provider provider = candidates.stream()
                .filter(candidate -> claims.getAudience().equals(List.of(candidate.clientId())))
                .findFirst()
                .orElseThrow(LoginVerifier::unsupportedProvider);
        if (!"id".equals(claims.getClaim("token_use")) || claims.getSubject() == null) {
            throw notAnIdToken();
        }
        return new VerifiedLogin(providerName, provider, claims);
    }

    private static SignedJWT parsed(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    private static JWTClaimsSet claimsOf(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    private static void checkSignature(SignedJWT jwt, LivePool pool) {
        JWK key = pool.keys().published().getKeyByKeyId(jwt.getHeader().getKeyID());
        try {
            boolean valid = key != null
                    && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
            if (!valid) {
                throw ServiceException.notAuthorized(INVALID + "Token signature invalid");
            }
        } catch (JOSEException e) {
            throw ServiceException.notAuthorized(INVALID + "Token signature invalid");
        }
    }

    private void checkExpiry(JWTClaimsSet claims) {
        if (claims.getExpirationTime() == null) {
            throw ServiceException.notAuthorized(INVALID + "Missing a required claim: exp");
        }
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime().toInstant();
        if (!now.isBefore(end)) {
            throw ServiceException.notAuthorized(
                    INVALID + "Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond());
        }
    }

    private static ServiceException unsupportedProvider() {
        return ServiceException.notAuthorized("Token is not from a supported provider of this identity pool.");
    }

    private static ServiceException notAnIdToken() {
        return ServiceException.notAuthorized(INVALID + "Not a valid OpenId Connect identity token.");
    }

    /** A login that was verified, and through which provider it came in. */
    record VerifiedLogin(String providerName, Provider provider, JWTClaimsSet claims) {

        String subject() {
            return claims.getSubject();
        }

        @Override
        public String toString() {
            return "VerifiedLogin[" + providerName + "]";
        }
    }
}
