package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.ManagedLoginConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whose a cookie is. Applications on one host are sent each other's cookies. */
final class Owner {

    private static final int TAG_BYTES = 4;

    private final String poolAndClient;

    Owner(ManagedLoginConfig config) {
        this.poolAndClient = config.userPool().id() + " " + config.clientId();
    }

    /** The application, its user pool and its client: what encrypted text is bound to. */
    String of(HttpServletRequest request) {
        return poolAndClient + " " + request.getContextPath();
    }

    /** The same in some characters, for the name of a cookie: it keeps apart, and proves nothing. */
    String tag(HttpServletRequest request) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(of(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
