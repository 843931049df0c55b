package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.SessionConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whose a cookie is. Applications on one host are sent each other's cookies. Thread-safe. */
final class Owner {

    private static final int TAG_BYTES = 4;

    private final String poolAndClient;

    /** Of the last request: an application has one context path, but clients may write it in more ways than one. */
    private volatile @Nullable Tagged latest;

    private record Tagged(String contextPath, String tag) {}

    Owner(SessionConfig config) {
        this.poolAndClient = config.userPool().id() + " "
                + config.clientIds().values().iterator().next();
    }

    /** The application, its user pool and its client, the first of them: what encrypted text is bound to. */
    String of(HttpServletRequest request) {
        return poolAndClient + " " + request.getContextPath();
    }

    /** The same in some characters, for the name of a cookie: it keeps apart, and proves nothing. */
    String tag(HttpServletRequest request) {
        String contextPath = request.getContextPath();
        Tagged tagged = latest;
        if (tagged == null || !tagged.contextPath().equals(contextPath)) {
            tagged = new Tagged(contextPath, digest(of(request)));
            latest = tagged;
        }
        return tagged.tag();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
