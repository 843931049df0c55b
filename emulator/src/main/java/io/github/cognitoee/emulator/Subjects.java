package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifiers in the shape of a UUID that are the same at every start. Like Cognito's, they carry no UUID version. */
final class Subjects {

    private Subjects() {}

    /** The user's configured {@code sub}, or the one derived from pool id and user name. */
    static String of(String poolId, User user) {
        return user.sub() != null ? user.sub() : uuidLike("sub", poolId, String.valueOf(user.username()));
    }

    static String uuidLike(String... parts) {
        String hex = HexFormat.of().formatHex(sha256(String.join("\n", parts)));
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
