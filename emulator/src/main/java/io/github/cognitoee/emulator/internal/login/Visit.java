package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRequest;
import io.github.cognitoee.emulator.internal.pool.LoginStep;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A browser at a page, on its way from an application and back.
 *
 * @param asked what it came with, in the query of every page
 * @param browser the text in its cookie, by which the answer to a form is known to be its own
 */
record Visit(PageRequest request, AuthorizeRequest asked, Language language, String browser) {

    private static final Pattern OF_BROWSERS = Pattern.compile("[0-9a-f-]{36}");
    private static final String BROWSER_FIELD = "_csrf";
    private static final String STEP_FIELD = "step";

    static Visit of(PageRequest request, AuthorizeRequest asked) {
        String browser = request.cookie(Cookies.browser(asked.pool()))
                .filter(text -> OF_BROWSERS.matcher(text).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Visit(request, asked, Languages.of(request, asked.pool()), browser);
    }

    Pool pool() {
        return asked.pool();
    }

    /**
     * The form that this request answers.
     *
     * @throws PageRefusal if the browser was shown no such form, or long ago
     */
    LoginStep answered(LoginStep.Kind kind) {
        boolean own = request.isOfOwnPage()
                && request.cookie(Cookies.browser(pool())).isPresent()
                && MessageDigest.isEqual(bytes(browser), bytes(request.field(BROWSER_FIELD)));
        if (!own) {
            throw PageRefusal.foreign();
        }
        return pool().login()
                .steps()
                .find(request.field(STEP_FIELD))
                .filter(step -> step.kind() == kind && step.browser().equals(browser))
                .orElseThrow(PageRefusal::tooLate);
    }

    /** Of a form that waits for its answer from now on. */
    List<Hidden> waiting(LoginStep.Kind kind, String username, Duration lifetime) {
        return waiting(kind, username, "", lifetime);
    }

    /** As {@link #waiting}, of a form that asks for a second factor. */
    List<Hidden> waiting(LoginStep.Kind kind, String username, String factor, Duration lifetime) {
        return hidden(pool().login().steps().open(new LoginStep(kind, browser, username, factor), lifetime));
    }

    /** Of the same form again, which waits no longer for that. */
    List<Hidden> stillWaiting() {
        return hidden(request.field(STEP_FIELD));
    }

    /** Ends the wait for an answer. @return whether it was still waited for */
    boolean finish() {
        return pool().login().steps().take(request.field(STEP_FIELD)).isPresent();
    }

    private List<Hidden> hidden(String step) {
        return List.of(new Hidden(BROWSER_FIELD, browser), new Hidden(STEP_FIELD, step));
    }

    /** @param path of the page, for those who want it in another language */
    PageAnswer page(int status, String titleKey, String path, Html body) {
        Html page = Layout.page(language, language.text(titleKey), body, Layout.languageLinks(language, request, path));
        return PageAnswer.page(status, page)
                .with(Cookies.set(Cookies.browser(pool()), browser))
                .with(Cookies.set(Cookies.language(pool()), language.tag()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells no cookie. */
    @Override
    public String toString() {
        return "Visit[" + request + "]";
    }
}
