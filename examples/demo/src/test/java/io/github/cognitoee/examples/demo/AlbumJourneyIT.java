package io.github.cognitoee.examples.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The demo as people see it with a real browser; the build keeps pictures of it in {@code target/screenshots}. */
@ExtendWith(SharedDemo.class)
class AlbumJourneyIT {

    private static final int BYTES_PER_SECOND = 1_000_000;

    /** For machines that are busy with other things; nothing here waits without need. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Chromium chromium;
    private static Demo.Running demo;
    private static URI album;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> errors = new ArrayList<>();
    private final List<Page> opened = new ArrayList<>();
    private Page tab;

    @TempDir
    private Path files;

    @BeforeAll
    static void startChromium(Demo.Running running) {
        demo = running;
        album = running.album();
        chromium = Chromium.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closeBrowsers() {
        opened.forEach(page -> page.context().close());
    }

    /** As a program would, whatever has become of the test. */
    @AfterEach
    void emptyTheAlbums() throws IOException, InterruptedException {
        emptyTheAlbumOf("admin");
        emptyTheAlbumOf("bob");
    }

    private void emptyTheAlbumOf(String user) throws IOException, InterruptedException {
        JsonNode tokens =
                json.readTree(send(HttpRequest.newBuilder(demo.cognito().resolve("/dev/tokens/" + user))));
        String bearer = "Bearer " + tokens.get("id_token").textValue();
        HttpRequest.Builder list = HttpRequest.newBuilder(album.resolve("api/photos"));
        for (JsonNode id :
                json.readTree(send(list.header("Authorization", bearer))).findValues("id")) {
            URI picture = album.resolve("api/photos/" + id.textValue());
            send(HttpRequest.newBuilder(picture).header("Authorization", bearer).DELETE());
        }
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Test
    void aPictureIsUploadedAndSeenAndGoneForWhoeverComesAfterSigningOut() {
        open("", new NewContextOptions());
        assertThat(tab.locator("#gallery")).hasAttribute("aria-busy", "false");
        Chromium.picture(tab, "album-welcome");
        link("Open my album").click();
        signIn();
        assertThat(heading("My pictures")).isVisible();
        assertThat(heading("No pictures yet")).isVisible();
        Chromium.picture(tab, "album-empty");

        slowUploads();
        upload(landscape("Dunes.png", 1));
        assertThat(tab.locator(".upload-state")).hasText(Pattern.compile("[1-9]\\d? %"));
        Chromium.picture(tab, "album-uploading");
        assertThat(image("Dunes")).hasJSProperty("naturalWidth", (double) Pictures.WIDTH);
        Chromium.picture(tab, "album-gallery");

        link("Profile").click();
        assertThat(tab.locator("#email")).hasText("admin@example.com");
        assertThat(tab.locator("#groups .pill")).hasText(new String[] {"admins", "users"});
        assertThat(tab.locator("#identity")).hasText(Pattern.compile("eu-west-1:[0-9a-f-]{36}"));
        assertThat(tab.locator("#role")).hasText(LocalCognito.ADMINS_ROLE);
        assertThat(tab.locator("#choice")).hasText("of your group that comes first");
        assertThat(tab.locator("#session")).containsText("assumed-role/PhotoAlbumAdmins/");
        assertThat(tab.locator("#credentials")).containsText("temporary, until ");
        assertThat(tab.locator("#claims tr").filter(new Locator.FilterOptions().setHasText("cognito:username")))
                .containsText("admin");
        Assertions.assertThat(tab.content()).doesNotContain("eyJ");
        Chromium.picture(tab, "album-profile");

        link("Statistics").click();
        assertThat(tab.locator("#latest")).containsText("Dunes");
        Chromium.picture(tab, "album-statistics");

        tab.goBack();
        button("Sign out").click();
        assertThat(tab).hasURL(album + "signed-out.html");
        assertThat(heading("You are signed out")).isVisible();
        Chromium.picture(tab, "album-signed-out");
        Assertions.assertThat(errors).isEmpty();

        tab.goBack();
        assertThat(tab.getByLabel("Password")).isVisible();
        Assertions.assertThat(tab.content()).doesNotContain("admin@example.com");
        tab.navigate(album + "album/");
        assertThat(tab.getByLabel("Password")).isVisible();
        assertThat(image("Dunes")).hasCount(0);

        signIn();
        delete("Dunes");
        assertThat(heading("No pictures yet")).isVisible();
    }

    @Test
    void aDeepLinkSurvivesSigningInAndAPictureHasOneOfItsOwn() {
        open("album/profile.html", new NewContextOptions());
        signIn();
        assertThat(tab).hasURL(album + "album/profile.html");
        link("Pictures").click();
        upload(landscape("Fjord.png", 2));
        image("Fjord").click();
        assertThat(tab.getByRole(AriaRole.DIALOG)).containsText("Fjord");
        String address = tab.url();
        tab.context().clearCookies();

        tab.navigate(address);
        signIn();

        assertThat(tab).hasURL(address);
        assertThat(tab.getByRole(AriaRole.DIALOG)).containsText("Fjord");
        tab.keyboard().press("Escape");
        assertThat(tab).hasURL(album + "album/");
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    void theGalleryIsUsedByKeysAlone() {
        open("album/", new NewContextOptions());
        signIn();
        upload(landscape("Third.png", 3));
        assertThat(image("Third")).isVisible();
        upload(landscape("Second.png", 4));
        assertThat(image("Second")).isVisible();
        upload(landscape("First.png", 5));
        assertThat(image("First")).isVisible();
        Locator thumbs = tab.locator(".thumb");

        thumbs.first().focus();
        tab.keyboard().press("ArrowRight");
        assertThat(thumbs.nth(1)).isFocused();
        tab.keyboard().press("End");
        assertThat(thumbs.nth(2)).isFocused();
        tab.keyboard().press("ArrowLeft");
        tab.keyboard().press("Enter");
        assertThat(tab.locator("#viewer-title")).hasText("Second");
        tab.keyboard().press("ArrowRight");
        assertThat(tab.locator("#viewer-title")).hasText("Third");
        assertThat(tab.locator("#viewer-image")).hasJSProperty("naturalWidth", (double) Pictures.WIDTH);
        Chromium.picture(tab, "album-viewer");
        tab.keyboard().press("Escape");
        assertThat(thumbs.nth(2)).isFocused();

        tab.keyboard().press("Delete");
        assertThat(heading("Delete “Third”?")).isVisible();
        Chromium.picture(tab, "album-delete");
        tab.keyboard().press("Enter"); // "Keep it" has the focus
        assertThat(thumbs).hasCount(3);
        delete("Third");
        assertThat(thumbs.nth(1)).isFocused();
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    void eachFileTellsWhatBecameOfItAndOneCanBeCancelled() throws IOException {
        open("album/", new NewContextOptions());
        signIn();
        slowUploads();

        upload(
                Files.writeString(files.resolve("notes.txt"), "no picture"),
                Files.write(files.resolve("large.png"), new byte[10 * 1024 * 1024 + 1]),
                Files.writeString(files.resolve("fake.png"), "no picture"),
                landscape("Slow.png", 6));

        assertThat(upload("notes.txt")).containsText("This is no PNG, JPEG, GIF or WebP picture.");
        assertThat(upload("large.png")).containsText("The picture is larger than 10 MiB.");
        assertThat(upload("fake.png")).containsText("The body is not image/png.");
        assertThat(upload("Slow.png")).containsText("%");
        Chromium.picture(tab, "album-upload-errors");
        button("Cancel Slow.png").click();
        assertThat(upload("Slow.png")).hasCount(0);
        button("Dismiss notes.txt").click();
        assertThat(tab.locator(".upload")).hasCount(2);
        tab.reload();
        assertThat(heading("No pictures yet")).isVisible();
    }

    @Test
    void whoseSessionHasEndedIsAskedAndComesBackToTheSamePlace() {
        open("album/", new NewContextOptions());
        signIn();
        assertThat(heading("No pictures yet")).isVisible();
        tab.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));

        upload(landscape("Late.png", 7));

        assertThat(tab.getByRole(AriaRole.DIALOG)).containsText("Your session has ended");
        assertThat(upload("Late.png")).containsText("Your session has ended.");
        Chromium.picture(tab, "album-session-ended");
        link("Sign in again").click(); // Cognito still knows who it is, and asks nothing
        assertThat(heading("No pictures yet")).isVisible();
        assertThat(tab).hasURL(album + "album/");
    }

    @Test
    void aPublishedPictureIsSeenByGuestsUntilItsOwnerWithdrawsIt() {
        Page owner = openAlbumOfBob();
        upload(landscape("Coast.png", 9));
        image("Coast").click();
        button("Publish").click();
        assertThat(heading("Publish “Coast”?")).isVisible();
        Chromium.picture(tab, "album-publish");
        answer("Publish");
        assertThat(tab.locator("#viewer-facts")).containsText("in the gallery");
        assertThat(button("Withdraw")).isFocused();
        Chromium.picture(tab, "album-published");
        tab.keyboard().press("Escape");
        assertThat(tab.locator(".public")).isVisible();
        Chromium.picture(tab, "album-gallery-public");

        open("", new NewContextOptions());
        assertThat(image("Coast")).hasJSProperty("naturalWidth", (double) Pictures.WIDTH);
        Chromium.picture(tab, "gallery-guest");
        tab.locator(".thumb").first().focus();
        tab.keyboard().press("Enter");
        assertThat(tab.locator("#viewer-title")).hasText("Coast");
        assertThat(button("Withdraw")).hasCount(0);
        assertThat(tab.locator("#viewer-image")).hasJSProperty("naturalWidth", (double) Pictures.WIDTH);
        Chromium.picture(tab, "gallery-viewer");
        String address = tab.url();
        tab.keyboard().press("Escape");
        assertThat(tab).hasURL(album.toString());
        assertThat(tab.locator(".thumb").first()).isFocused();
        Page guest = tab;

        tab = owner;
        image("Coast").click();
        button("Withdraw").click();
        assertThat(button("Publish")).isVisible();
        tab.keyboard().press("Escape");
        assertThat(tab.locator(".public")).isHidden();
        Assertions.assertThat(errors).isEmpty();

        tab = guest;
        tab.navigate(address);
        assertThat(heading("Nothing is published yet")).isVisible();
        assertThat(tab.getByText("There is no such picture in the gallery.")).isVisible();
        Chromium.picture(tab, "gallery-empty");
    }

    @Test
    void anAdministratorTakesAPictureOfSomebodyElseOutOfTheGallery() {
        openAlbumOfBob();
        upload(landscape("Quarry.png", 10));
        image("Quarry").click();
        button("Publish").click();
        answer("Publish");
        assertThat(button("Withdraw")).isVisible();
        tab.keyboard().press("Escape");
        link("Gallery").click();
        image("Quarry").click();
        assertThat(tab.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(button("Withdraw")).hasCount(0);

        open("album/", new NewContextOptions());
        signIn();
        link("Gallery").click();
        image("Quarry").click();
        button("Withdraw").click();
        assertThat(heading("Take “Quarry” out of the gallery?")).isVisible();
        assertThat(tab.locator("#viewer-image")).hasJSProperty("naturalWidth", (double) Pictures.WIDTH);
        Chromium.picture(tab, "gallery-withdraw");
        answer("Withdraw");

        assertThat(image("Quarry")).hasCount(0);
        assertThat(heading("Nothing is published yet")).isVisible();
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    void thePagesFitASmallDarkScreen() {
        open("", new NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK));
        assertThat(tab.locator("#gallery")).hasAttribute("aria-busy", "false");
        fits("welcome");
        tab.navigate(album + "signed-out.html");
        fits("signed-out");
        tab.navigate(album + "album/");
        signIn();
        upload(landscape("A-title-that-is-rather-long-for-a-small-screen-like-this.png", 8));
        assertThat(tab.locator(".thumb.loaded")).isVisible();
        fits("gallery");
        tab.locator(".thumb").click();
        assertThat(tab.getByRole(AriaRole.DIALOG)).isVisible();
        button("Publish").click();
        answer("Publish");
        assertThat(button("Withdraw")).isVisible();
        assertThat(tab.locator("#viewer-delete")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        fits("viewer");
        tab.keyboard().press("Escape");
        link("Gallery").click();
        assertThat(tab.locator(".thumb.loaded")).isVisible();
        fits("published");
        tab.goBack();
        link("Profile").click();
        assertThat(tab.locator("#claims tr").first()).isVisible();
        fits("profile");
        link("Statistics").click();
        assertThat(tab.locator("#latest li").first()).isVisible();
        fits("statistics");
        Assertions.assertThat(errors).isEmpty();
    }

    private Page openAlbumOfBob() {
        open("album/", new NewContextOptions());
        signIn("bob", "Bob-Passw0rd");
        return tab;
    }

    /** From now on, all is done and seen in this page, of a browser of its own. */
    private void open(String path, NewContextOptions options) {
        tab = chromium.newPage(options);
        opened.add(tab);
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        tab.onPageError(errors::add);
        tab.navigate(album + path);
    }

    private void signIn() {
        signIn("admin", "Admin-Passw0rd");
    }

    private void signIn(String name, String password) {
        tab.getByLabel("Username").fill(name);
        tab.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    /** Has the browser send so slowly that there is progress to see. */
    private void slowUploads() {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        tab.context().newCDPSession(tab).send("Network.emulateNetworkConditions", conditions);
    }

    private Path landscape(String name, long seed) {
        return Pictures.landscape(files.resolve(name), seed);
    }

    private void upload(Path... chosen) {
        assertThat(tab.locator("#pictures")).isVisible(); // before, nobody would notice
        tab.getByLabel("Choose pictures").setInputFiles(chosen);
    }

    private Locator upload(String name) {
        return tab.locator(".upload").filter(new Locator.FilterOptions().setHasText(name));
    }

    private void delete(String title) {
        button("Delete " + title).click();
        answer("Delete");
        assertThat(image(title)).hasCount(0);
    }

    /** To the question that is asked. */
    private void answer(String text) {
        tab.locator("#confirm")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private void fits(String name) {
        Chromium.picture(tab, "album-small-" + name);
        Assertions.assertThat(
                        tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out of " + name)
                .isEqualTo(0);
    }

    private Locator heading(String name) {
        return tab.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return tab.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return tab.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator image(String alt) {
        return tab.locator("#gallery").getByAltText(alt, new Locator.GetByAltTextOptions().setExact(true));
    }
}
