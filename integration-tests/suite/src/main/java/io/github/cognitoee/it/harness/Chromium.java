package io.github.cognitoee.it.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven by Playwright, which downloads none. Closes what it started. */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** For machines that are busy with other things; nothing waits without need. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it. Tests are skipped on a machine without one; where {@code CI} is set, its absence is a failure. */
    public static Chromium start() {
        Optional<Path> executable = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty() && System.getenv("CI") != null) {
            throw new IllegalStateException("no chromium in the PATH, which continuous integration installs");
        }
        Assumptions.assumeTrue(executable.isPresent(), "no chromium in the PATH");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return new Chromium(executable.orElseThrow());
    }

    /** A page of a browser that nobody has used before; another page of {@link Page#context()} is another tab. */
    public Page newPage(String language) {
        return browser.newContext(new Browser.NewContextOptions().setLocale(language))
                .newPage();
    }

    /** Somebody who reads English. */
    public Visitor newVisitor() {
        return new Visitor(browser.newContext(new Browser.NewContextOptions().setLocale("en-US")));
    }

    /** Somebody who gives a name and a password wherever the browser itself asks for them. */
    public Visitor newVisitor(String username, String password) {
        return new Visitor(browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setHttpCredentials(username, password)));
    }

    /** Fills in and sends managed login's sign-in page. */
    public static void signIn(Page page, String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
        press(page, "Sign in");
    }

    public static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    public static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    /** Takes a picture into the build's output, for people to look at. */
    public static void picture(Page page, String name) {
        Path folder = Path.of(System.getProperty("cognito.test.target"), "screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
