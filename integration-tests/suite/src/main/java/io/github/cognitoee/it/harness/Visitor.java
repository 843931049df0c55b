package io.github.cognitoee.it.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser that nobody has used before. Notes what the browser complains about, such as a script that a page's own
 * policy forbids, and every address that it asks for.
 */
public final class Visitor {

    /** What Chromium says of every page with that status; it shows the page all the same. */
    private static final String NOT_LET_IN = "Failed to load resource: the server responded with a status of 401";

    /** Asked for at the server's root, by itself; that is nobody's page. */
    private static final String ICON = "/favicon.ico";

    /** Part of all passwords of these tests. */
    private static final String PASSWORD = "Passw0rd";

    private final BrowserContext browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    Visitor(BrowserContext browser) {
        this.browser = browser;
        browser.onConsoleMessage(this::note);
        browser.onWebError(error -> complaints.add(error.error()));
        browser.onRequest(request -> addresses.add(request.url()));
    }

    private void note(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())
                && !message.text().startsWith(NOT_LET_IN)
                && !message.location().contains(ICON)) {
            complaints.add(message.text());
        }
    }

    public LoginTab newTab() {
        return new LoginTab(browser.newPage());
    }

    public List<Cookie> cookies() {
        return browser.cookies();
    }

    /** Closes the browser. Fails if it complained, or if an address told what is nobody's business. */
    public void leave() {
        browser.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complained: " + complaints);
        }
        addresses.stream()
                .filter(address -> address.contains(PASSWORD)
                        || address.matches(".*[?&](j_password|password|code|state|credential|answer)=.*"))
                .findFirst()
                .ifPresent(address -> {
                    throw new AssertionError("a secret in the address " + address);
                });
    }
}
