package io.github.cognitoee.internal.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests by SHA-256. */
final class Sha256 {

    private static final int TAG_BYTES = 4;

    private Sha256() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Eight characters that keep a text apart from others, for the name of a cookie. They prove nothing. */
    static String tag(String text) {
        return HexFormat.of().formatHex(of(text), 0, TAG_BYTES);
    }
}
