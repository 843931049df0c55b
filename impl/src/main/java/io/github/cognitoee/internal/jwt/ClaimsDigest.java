package io.github.cognitoee.internal.jwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** SHA-256 over the claims that say who a caller is and may do, whatever order they stand in. */
final class ClaimsDigest {

    /** Claims that differ from token to token and say nothing about who the caller is or may do. */
    private static final Set<String> PER_TOKEN =
            Set.of("exp", "iat", "nbf", "auth_time", "jti", "origin_jti", "event_id", "nonce", "at_hash");

    private ClaimsDigest() {}

    static String of(Map<String, ?> claims) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, ?> claim : new TreeMap<>(claims).entrySet()) {
                if (!PER_TOKEN.contains(claim.getKey())) {
                    update(sha256, claim.getKey());
                    update(sha256, String.valueOf(claim.getValue()));
                }
            }
            return Base64.getEncoder().withoutPadding().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Length first, so that no two sequences of texts give the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }
}
