package io.github.cognitoee.internal.jwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the claims that say who a caller is and may do, whatever order they stand in. */
final class ClaimsDigest {

    /** Claims that differ from token to token and say nothing about who the caller is or may do. */
    private static final Set<String> PER_TOKEN =
            Set.of("exp", "iat", "nbf", "auth_time", "jti", "origin_jti", "event_id", "nonce", "at_hash");

    private ClaimsDigest() {}

    static String of(Map<String, ?> claims) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Map<String, Object> lasting = new TreeMap<>(claims);
            lasting.keySet().removeAll(PER_TOKEN);
            update(sha256, lasting);
            return Base64.getEncoder().withoutPadding().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Type and length first, so that no two values give the same bytes. */
    private static void update(MessageDigest digest, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            start(digest, 'm', members.size());
            new TreeMap<>(members).forEach((name, member) -> {
                update(digest, name);
                update(digest, member);
            });
        } else if (value instanceof List<?> elements) {
            start(digest, 'l', elements.size());
            elements.forEach(element -> update(digest, element));
        } else {
            byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            start(digest, value instanceof String ? 's' : 'v', text.length);
            digest.update(text);
        }
    }

    private static void start(MessageDigest digest, char type, int length) {
        digest.update((byte) type);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
    }
}
