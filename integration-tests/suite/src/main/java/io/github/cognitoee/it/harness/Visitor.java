package io.github.cognitoee.it.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser that nobody has used before. Notes what the browser complains about, such as a script that the page's
 * own policy forbids, and every address that is asked for.
 */
public final class Visitor implements AutoCloseable {

    /** What every browser says of a page that is answered so: it is shown all the same. */
    private static final String NOT_LET_IN = "Failed to load resource: the server responded with a status of 401";

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
                && !message.text().startsWith(NOT_LET_IN)) {
            complaints.add(message.text());
        }
    }

    public Page newTab() {
        return browser.newPage();
    }

    public BrowserContext browser() {
        return browser;
    }

    /** Errors and warnings of the browser's console. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Of every request of every tab. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public void close() {
        browser.close();
    }
}
