package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.userpool.RefusalReason;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** The answer to a challenge of SRP: that a password is known. */
final class PasswordClaim {

    /** The day of the month is not filled up with a zero. */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Srp srp;
    private final Srp.Identity identity;

    PasswordClaim(Srp srp, Srp.Identity identity) {
        this.srp = srp;
        this.identity = identity;
    }

    /**
     * The responses that answer it.
     *
     * @param due with {@code SALT}, {@code SRP_B} and {@code SECRET_BLOCK}
     */
    Map<String, String> responses(PoolAnswer due, char[] password, Instant now) {
        String secretBlock = due.parameter("SECRET_BLOCK");
        String timestamp = TIMESTAMP.format(now);
        BigInteger x = Srp.passwordValue(identity, password, number(due.parameter("SALT")));
        byte[] key = srp.key(x, number(due.parameter("SRP_B")));
        byte[] signature = Srp.signature(key, identity, decoded(secretBlock), timestamp);
        return Map.of(
                "PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature),
                "PASSWORD_CLAIM_SECRET_BLOCK", secretBlock,
                "TIMESTAMP", timestamp);
    }

    private static BigInteger number(String hexadecimal) {
        try {
            return new BigInteger(hexadecimal, 16);
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool's SRP values cannot be read");
    }
}
