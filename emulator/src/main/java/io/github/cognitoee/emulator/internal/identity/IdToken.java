package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.jwt.PoolSignature;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The ID token of a login, with the checks that all providers have in common, and the words in which it is refused. */
record IdToken(SignedJWT jwt, JWTClaimsSet claims) {

    static IdToken parse(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return new IdToken(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    /** That one of these issued it, which its signature proves by one of the keys. */
    void checkIssuer(Collection<String> names, JWKSet keys) {
        if (!names.contains(String.valueOf(claims.getIssuer()))) {
            throw foreignIssuer();
        }
        if (!PoolSignature.isValid(jwt, keys)) {
            throw wrongSignature();
        }
    }

    void checkTimes(Clock clock) {
        if (claims.getExpirationTime() == null) {
            throw invalid("Missing a required claim: exp");
        }
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime().toInstant();
        if (!now.isBefore(end)) {
            throw expired(now, end);
        }
        checkBegun("Token is not yet valid: ", now, claims.getNotBeforeTime());
        checkBegun("Token was issued in the future: ", now, claims.getIssueTime());
    }

    /** Its only audience; empty if it has several. */
    String audience() {
        if (claims.getAudience().isEmpty()) {
            throw invalid("Missing a required claim: aud");
        }
        return claims.getAudience().size() == 1 ? claims.getAudience().get(0) : "";
    }

    String subject() {
        if (claims.getSubject() == null) {
            throw notAnIdToken();
        }
        return claims.getSubject();
    }

    static Refusal unsupportedProvider() {
        return ErrorType.NOT_AUTHORIZED.because("Token is not from a supported provider of this identity pool.");
    }

    static Refusal notAnIdToken() {
        return invalid("Not a valid OpenId Connect identity token.");
    }

    static Refusal foreignIssuer() {
        return invalid("Issuer doesn't match providerName");
    }

    static Refusal wrongSignature() {
        return invalid("Token signature invalid");
    }

    static Refusal expired(Instant now, Instant end) {
        return invalid("Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond());
    }

    static Refusal invalid(String problem) {
        return ErrorType.NOT_AUTHORIZED.because("Invalid login token. " + problem);
    }

    private static void checkBegun(String problem, Instant now, @Nullable Date begin) {
        if (begin != null && now.isBefore(begin.toInstant())) {
            throw invalid(
                    problem + now.getEpochSecond() + " < " + begin.toInstant().getEpochSecond());
        }
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "IdToken[" + claims.getIssuer() + "]";
    }
}
