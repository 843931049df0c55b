package io.github.cognitoee.examples.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven by Playwright, which downloads none. Closes what it started. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

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
    static Chromium start() {
        Optional<Path> executable = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty() && System.getenv("CI") != null) {
            throw new IllegalStateException("no chromium in the PATH, which continuous integration installs");
        }
        Assumptions.assumeTrue(executable.isPresent(), "no chromium in the PATH");
        return new Chromium(executable.orElseThrow());
    }

    /** A page of a browser that nobody has used before; another page of {@link Page#context()} is another tab. */
    Page newPage(Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("en-US").setTimezoneId("UTC"))
                .newPage();
    }

    /** Takes a picture into the build's output, for people to look at: of the whole page, but for what lies above it. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("screenshots"), name + ".png"))
                .setFullPage(page.locator("dialog[open]").count() == 0));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
