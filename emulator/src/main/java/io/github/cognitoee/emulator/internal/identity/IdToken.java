package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The checks that ID tokens of all providers have in common, and how identity pools refuse a login. */
record IdToken(JWTClaimsSet claims) {

    static SignedJWT parsed(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw notAnIdToken();
        }
    }

    static IdToken of(SignedJWT jwt) {
        try {
            return new IdToken(jwt.getJWTClaimsSet());
        } catch (ParseException e) {
            throw notAnIdToken();
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

    static Refusal invalid(String problem) {
        return ErrorType.NOT_AUTHORIZED.because("Invalid login token. " + problem);
    }

    static Refusal expired(Instant now, Instant end) {
        return invalid("Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond());
    }

    static Refusal unsupportedProvider() {
        return ErrorType.NOT_AUTHORIZED.because("Token is not from a supported provider of this identity pool.");
    }

    static Refusal notAnIdToken() {
        return invalid("Not a valid OpenId Connect identity token.");
    }

    private static void checkBegun(String problem, Instant now, @Nullable Date begin) {
        if (begin != null && now.isBefore(begin.toInstant())) {
            throw invalid(
                    problem + now.getEpochSecond() + " < " + begin.toInstant().getEpochSecond());
        }
    }
}
