package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;
import java.time.Duration;
import java.time.Instant;

/**
 * When a token may be used, in milliseconds since the epoch.
 *
 * @param notBefore {@link Long#MIN_VALUE} if the token does not say
 */
record TokenDates(long issuedAt, long notBefore, long expiresAt) {

    /** @throws Refused if a date is missing or no date */
    static TokenDates of(Claims claims) {
        Instant expires = claims.requiredDate("exp");
        Instant notBefore = claims.date("nbf");
        Instant issued = claims.requiredDate("iat");
        return new TokenDates(
                issued.toEpochMilli(),
                notBefore == null ? Long.MIN_VALUE : notBefore.toEpochMilli(),
                expires.toEpochMilli());
    }

    /** @throws Refused if the token may not be used now, give or take the skew of clocks */
    void check(long now, Duration clockSkew) {
        long skew = clockSkew.toMillis();
        if (now - skew >= expiresAt) {
            throw refused(RejectionReason.EXPIRED, "exp was ", expiresAt, now);
        }
        if (now + skew < notBefore) {
            throw refused(RejectionReason.NOT_YET_VALID, "nbf is ", notBefore, now);
        }
        if (now + skew < issuedAt) {
            throw refused(RejectionReason.ISSUED_IN_FUTURE, "iat is ", issuedAt, now);
        }
    }

    private static Refused refused(RejectionReason reason, String what, long date, long now) {
        return new Refused(reason, what + Instant.ofEpochMilli(date) + ", now " + Instant.ofEpochMilli(now));
    }
}
