package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is answered: a page, or where to go on.
 *
 * @param status of HTTP
 * @param location null for a page
 * @param html empty for a redirect
 * @param cookies values of {@code Set-Cookie}
 */
public record PageAnswer(int status, @Nullable String location, String html, List<String> cookies) {

    static PageAnswer page(int status, Html html) {
        return new PageAnswer(status, null, html.text(), List.of());
    }

    static PageAnswer redirect(String location) {
        return new PageAnswer(302, location, "", List.of());
    }

    PageAnswer with(String cookie) {
        return new PageAnswer(
                status,
                location,
                html,
                Stream.concat(cookies.stream(), Stream.of(cookie)).toList());
    }

    /** Tells neither code nor cookie. */
    @Override
    public String toString() {
        return "PageAnswer[" + status + "]";
    }
}
