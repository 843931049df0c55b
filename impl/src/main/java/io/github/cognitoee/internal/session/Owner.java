package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.SessionConfig;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Whose a cookie is. Applications on one host are sent each other's cookies. Thread-safe. */
final class Owner {

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
            tagged = new Tagged(contextPath, Sha256.tag(of(request)));
            latest = tagged;
        }
        return tagged.tag();
    }
}
