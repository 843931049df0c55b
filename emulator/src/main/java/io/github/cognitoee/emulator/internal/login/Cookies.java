package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.pool.Pool;
import java.time.Duration;

/** The cookies of the pages. Cookies are for a host, whatever the port, so that those of each pool carry its name. */
final class Cookies {

    /** How long a sign-in lasts at the pages, from its beginning, however much they are used. */
    static final Duration SESSION_LIFETIME = Duration.ofHours(1);

    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

    private Cookies() {}

    /** The name of the cookie by which a browser is signed in. */
    static String session(Pool pool) {
        return "cognito." + pool.id();
    }

    /** The name of the cookie by which a form is known to come from a page that the same browser was shown. */
    static String browser(Pool pool) {
        return "XSRF-TOKEN." + pool.id();
    }

    /** The name of the cookie that remembers in which language the pages were wanted. */
    static String language(Pool pool) {
        return "lang." + pool.id();
    }

    /** The name of the cookie by which a browser that was sent to another provider is known again. */
    static String federation(Pool pool) {
        return "csrf-state." + pool.id();
    }

    static String set(String name, String value) {
        return name + "=" + value + ATTRIBUTES;
    }

    static String set(String name, String value, Duration lifetime) {
        return set(name, value) + "; Max-Age=" + lifetime.toSeconds();
    }

    static String delete(String name) {
        return set(name, "", Duration.ZERO);
    }
}
