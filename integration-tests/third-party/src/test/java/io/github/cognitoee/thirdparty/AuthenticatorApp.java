package io.github.cognitoee.thirdparty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What people have on their telephone: RFC 6238 with SHA-1, six digits, thirty seconds. */
final class AuthenticatorApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private AuthenticatorApp() {}

    /** @param secret in Base32 */
    static String codeNow(String secret) {
        return codeAt(secret, Instant.now());
    }

    static String codeAt(String secret, Instant time) {
        byte[] step = ByteBuffer.allocate(Long.BYTES)
                .putLong(time.getEpochSecond() / 30)
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(step);
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int buffer = 0;
        for (char letter : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
