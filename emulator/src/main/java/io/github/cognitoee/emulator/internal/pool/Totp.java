package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of authenticator apps (RFC 6238): HMAC-SHA1, six digits, steps of 30 seconds. The step before and the one after
 * are good too, and each code once. Thread-safe.
 */
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Clock clock;
    private final Map<String, Long> lastSteps = new ConcurrentHashMap<>();
    private final Map<String, String> associated = new ConcurrentHashMap<>();

    Totp(Clock clock) {
        this.clock = clock;
    }

    /**
     * Uses a code up.
     *
     * @param secret in Base32
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if it is wrong or was used before
     */
    public void use(String username, String secret, String code) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
        long step = LongStream.rangeClosed(now - 1, now + 1)
                .filter(candidate -> code(secret, candidate).equals(code))
                .findFirst()
                .orElseThrow(Totp::mismatch);
        lastSteps.compute(username, (name, last) -> {
            if (last != null && step <= last) {
                throw mismatch();
            }
            return step;
        });
    }

    private static RuntimeException mismatch() {
        return ErrorType.CODE_MISMATCH.because("Invalid code received for user");
    }

    /** A secret for a user's app, which is not in use before it was shown to be right. */
    public String associate(String username) {
        String secret = RandomIds.totpSecret();
        associated.put(username, secret);
        return secret;
    }

    /** The secret that waits for being shown to be right. */
    public Optional<String> associated(String username) {
        return Optional.ofNullable(associated.get(username));
    }

    /** The secret that waited is in use now. */
    public void confirm(String username) {
        associated.remove(username);
    }

    void forget(String username) {
        lastSteps.remove(username);
        associated.remove(username);
    }

    /** Whether this is a secret: Base32 of at least ten bytes. */
    public static boolean isSecret(String text) {
        return text.matches("[A-Z2-7]{16,128}");
    }

    private static String code(String secret, long step) {
        byte[] hash = hmac(
                decoded(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", e);
        }
    }

    private static byte[] decoded(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int count = 0;
        for (int i = 0; i < base32.length(); i++) {
            buffer = buffer << 5 | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[count++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return Arrays.copyOf(bytes, count);
    }
}
