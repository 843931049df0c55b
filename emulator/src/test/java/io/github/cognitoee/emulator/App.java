package io.github.cognitoee.emulator;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app.
 *
 * @param secret in Base32
 */
record App(String secret) {

    String codeAt(Instant time) {
        byte[] step = ByteBuffer.allocate(8).putLong(time.getEpochSecond() / 30).array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] hash = mac.doFinal(step);
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] key() {
        StringBuilder bits = new StringBuilder();
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append("%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0'));
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            hex.append("%02x".formatted(Integer.parseInt(bits.substring(i, i + 8), 2)));
        }
        return HexFormat.of().parseHex(hex);
    }

    /** What it shows at no time near this one. */
    String wrongCodeAt(Instant time) {
        String right = codeAt(time) + codeAt(time.plusSeconds(30)) + codeAt(time.minusSeconds(30));
        return right.contains("123456") ? "654321" : "123456";
    }
}
