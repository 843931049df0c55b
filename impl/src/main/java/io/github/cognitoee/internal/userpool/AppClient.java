package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app client by which people sign in.
 *
 * @param secret empty for a public one
 */
record AppClient(String id, Optional<Secret> secret) {

    /** What shows that the secret is known, for calls in the name of this user; empty for a public client. */
    Optional<String> secretHash(String username) {
        return secret.map(value -> hash(value.reveal(), username + id));
    }

    private static String hash(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
