package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Challenges;
import io.github.cognitoee.emulator.internal.srp.Handshake;
import io.github.cognitoee.emulator.internal.srp.Identity;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A proof by SRP that was begun, of a user or of a device. */
record Proof(Handshake handshake) implements Challenge.Detail {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** @param theirs {@code SRP_A} */
    static Proof begin(Identity identity, Verifier verifier, String theirs) {
        return new Proof(Handshake.begin(identity, verifier, theirs)
                .orElseThrow(
                        () -> ErrorType.INVALID_PARAMETER.because("SRP_A must be a hexadecimal number, not 0 mod N")));
    }

    /** What the other side has to know. */
    Map<String, String> parameters(String session) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SALT", handshake.salt());
        parameters.put("SRP_B", handshake.publicValue());
        parameters.put("SECRET_BLOCK", Challenges.secretBlockOf(session));
        return parameters;
    }

    /** The session of an answer that brings it back as its secret block alone. */
    static String sessionOf(Parameters given) {
        return Challenges.sessionOf(given.required("PASSWORD_CLAIM_SECRET_BLOCK"));
    }

    /** Whether an answer proves it, and was made now. */
    boolean isRight(Reply reply) {
        String timestamp = reply.given().required("TIMESTAMP");
        String signature = reply.given().required("PASSWORD_CLAIM_SIGNATURE");
        return reply.session().equals(sessionOf(reply.given()))
                && isNow(timestamp, reply.context().pool().now())
                && handshake.accepts(decoded(signature), Challenges.bytesOf(reply.session()), timestamp);
    }

    /**
     * The day of the month has no zero in front: who writes one signs something else. Clients go by the clock of their
     * machine, and a test that moves the emulator's means tokens and codes, not them.
     */
    private static boolean isNow(String timestamp, Instant now) {
        try {
            Instant time = TIMESTAMP.parse(timestamp, Instant::from);
            return TIMESTAMP.format(time).equals(timestamp)
                    && (isNear(time, now) || isNear(time, Clock.systemUTC().instant()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isNear(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(CLOCKS_APART) <= 0;
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Proof";
    }
}
