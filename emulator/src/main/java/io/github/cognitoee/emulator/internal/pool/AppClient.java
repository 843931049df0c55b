package io.github.cognitoee.emulator.internal.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An app client, in the form in which the service describes it. */
public record AppClient(
        String userPoolId,
        String clientId,
        String clientName,
        @Nullable String clientSecret,
        Instant lastModifiedDate,
        Instant creationDate,
        @JsonUnwrapped ClientSettings settings) {

    public AppClient updated(String name, ClientSettings changed, Instant now) {
        return new AppClient(userPoolId, clientId, name, clientSecret, now, creationDate, changed);
    }

    public boolean hasSecret() {
        return clientSecret != null;
    }

    /** Whether this is the client's secret; a client without one has no secret to match. */
    public boolean isSecret(@Nullable String secret) {
        return clientSecret != null && secret != null && MessageDigest.isEqual(bytes(clientSecret), bytes(secret));
    }

    /** Whether this is the hash over user name and client that only a holder of the secret can make. */
    public boolean isSecretHash(String hash, String username) {
        return clientSecret != null
                && MessageDigest.isEqual(bytes(hash), bytes(secretHash(clientSecret, username + clientId)));
    }

    private static String secretHash(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "AppClient[" + clientId + "]";
    }
}
