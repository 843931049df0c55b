package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A verified ID token of the caller, as the identity pool takes it. Immutable; {@code toString} shows nothing of it. */
public final class IdToken {

    /** Claims that differ from token to token and say nothing about who the caller is or may do. */
    private static final Set<String> PER_TOKEN =
            Set.of("exp", "iat", "nbf", "auth_time", "jti", "origin_jti", "event_id", "nonce", "at_hash");

    private final VerifiedJwt token;
    private @Nullable String claimsDigest; // benign race: every thread computes the same value

    public IdToken(VerifiedJwt token) {
        this.token = token;
    }

    public String text() {
        return token.rawToken();
    }

    public UserPoolConfig userPool() {
        return token.userPool();
    }

    public String issuer() {
        return token.issuer();
    }

    public String subject() {
        return token.subject();
    }

    public String clientId() {
        return token.clientId();
    }

    /**
     * A digest of all claims by which an identity pool may choose role and tags: two tokens of one caller share it until
     * something about the caller changes. Computed once.
     */
    public String claimsDigest() {
        String digest = claimsDigest;
        if (digest == null) {
            digest = digest(new TreeMap<>(token.claims()));
            claimsDigest = digest;
        }
        return digest;
    }

    private static String digest(TreeMap<String, ?> claims) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, ?> claim : claims.entrySet()) {
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

    @Override
    public String toString() {
        return "IdToken";
    }
}
