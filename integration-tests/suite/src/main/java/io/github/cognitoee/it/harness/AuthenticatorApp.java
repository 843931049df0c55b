package io.github.cognitoee.it.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody has on their telephone: shows six digits, others every thirty seconds (RFC 6238, with SHA-1).
 *
 * @param secret whose bytes are these letters in ISO 8859-1
 */
record AuthenticatorApp(String secret) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    /** One that was given a key in Base32 (RFC 4648 section 6), in groups as pages show it. */
    static AuthenticatorApp withKey(String key) {
        StringBuilder secret = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (char each : key.replaceAll("[ =]", "").toCharArray()) {
            held = held << 5 | BASE32.indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret.append((char) (held >> bits & 0xff));
            }
        }
        return new AuthenticatorApp(secret.toString());
    }

    static long stepAt(Instant time) {
        return time.getEpochSecond() / SECONDS;
    }

    /** When a step begins. */
    static Instant beginOf(long step) {
        return Instant.ofEpochSecond(step * SECONDS);
    }

    String codeOf(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.ISO_8859_1), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /** As it stands in the square that people scan (RFC 4648 section 6); of a secret whose length is a multiple of five. */
    String secretInBase32() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret.getBytes(StandardCharsets.ISO_8859_1)) {
            held = held << 8 | each;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(held >> (bits - 5) & 31));
            }
        }
        return text.toString();
    }
}
