package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.html.Frame;
import io.github.cognitoee.emulator.internal.html.Html;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code GET /dev} for a browser: what the emulator holds, and buttons for what can be done with it. A form cannot send the
 * header that changes need; it carries a token instead, that only a page from here can know.
 */
final class DevPage {

    /** The field of the forms that holds the token. */
    static final String TOKEN = "_token";

    private static final List<String> KEY_FAULTS =
            List.of("truncated", "wrong-content", "not-a-key-set", "no-keys", "connection-closed");

    private final String token = UUID.randomUUID().toString();
    private final DevPools pools;
    private final Outbox outbox;
    private final Faults faults;
    private final RequestCounts counts;
    private final Clock clock;

    DevPage(UserPools pools, Outbox outbox, Faults faults, RequestCounts counts, Clock clock) {
        this.pools = new DevPools(pools, faults, this::button);
        this.outbox = outbox;
        this.faults = faults;
        this.counts = counts;
        this.clock = clock;
    }

    /** Whether a browser asks rather than a program. */
    static boolean isWanted(Context context) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
    }

    /** Whether a form of this page was sent, by this page. */
    boolean isSenderOf(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        String sent = type.startsWith("application/x-www-form-urlencoded")
                ? Optional.ofNullable(context.formParam(TOKEN)).orElse("")
                : "";
        String own = "http://" + context.header("Host");
        return MessageDigest.isEqual(bytes(token), bytes(sent))
                && Optional.ofNullable(context.header("Origin"))
                        .map(own::equals)
                        .orElse(true);
    }

    void show(Context context) {
        Frame frame =
                new Frame("en", "Cognito emulator", "For development and tests only. It protects nothing.", "wide");
        Html body = Html.of("{}{}{}{}{}", pools.html(), messages(), failures(), time(), requests());
        context.header("Content-Security-Policy", Frame.POLICY);
        context.header("X-Frame-Options", "DENY");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "same-origin");
        context.contentType("text/html;charset=UTF-8")
                .result(frame.page("Development", body, Html.NOTHING).text());
    }

    /** A form of one button. */
    private Html button(String path, String text) {
        return form(path, text, Html.NOTHING);
    }

    private Html form(String path, String text, Html fields) {
        return Html.of(
                "<form method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"{}\" value=\"{}\">{}"
                        + "<button type=\"submit\" class=\"plain\">{}</button></form>\n",
                path,
                TOKEN,
                token,
                fields,
                text);
    }

    private Html messages() {
        List<Html> rows = outbox.messages().stream()
                .map(message -> Html.of(
                        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td><code>{}</code></td></tr>\n",
                        message.sentAt(),
                        message.username(),
                        message.purpose(),
                        message.destination(),
                        message.secret()))
                .toList();
        return Html.of(
                """
                <section aria-labelledby="messages"><h2 id="messages">Sent codes</h2>
                {}{}</section>
                """,
                DevPools.table(List.of("Sent", "User", "Purpose", "To", "Code"), rows),
                button("/dev/outbox/clear", "Forget them"));
    }

    private Html failures() {
        List<Html> options = KEY_FAULTS.stream()
                .map(name -> Html.of("<option>{}</option>", name))
                .toList();
        List<Html> calls = faults.ofCalls().entrySet().stream()
                .map(fault -> Html.of("<tr><td>{}</td><td>{}</td></tr>\n", fault.getKey(), fault.getValue()))
                .toList();
        return Html.of(
                """
                <section aria-labelledby="faults"><h2 id="faults">Faults</h2>
                {}{}{}{}</section>
                """,
                DevPools.table(List.of("Operation", "Fails with"), calls),
                form(
                        "/dev/faults/keys",
                        "Let all key endpoints fail",
                        Html.of(
                                "<label for=\"fault\">How</label> <select id=\"fault\" name=\"fault\">{}</select> ",
                                options)),
                form("/dev/faults/calls", "Let an operation fail", callFields()),
                button("/dev/faults/clear", "Let everything work again"));
    }

    private static Html callFields() {
        return Html.of(
                "{}{}",
                field("operation", "Operation", "InitiateAuth"),
                field("error", "Error", "TooManyRequestsException"));
    }

    private Html time() {
        return Html.of(
                """
                <section aria-labelledby="time"><h2 id="time">Time</h2>
                <p>{}</p>
                {}</section>
                """,
                clock.instant(),
                clock instanceof MovableClock
                        ? form("/dev/clock/advance", "Move on", field("by", "By", "PT1H"))
                        : Html.of("<p>{}</p>", "It goes by a clock that cannot be moved."));
    }

    private Html requests() {
        List<Html> rows = counts.all().entrySet().stream()
                .map((Map.Entry<String, Long> count) ->
                        Html.of("<tr><td>{}</td><td>{}</td></tr>\n", count.getKey(), count.getValue()))
                .toList();
        return Html.of(
                """
                <section aria-labelledby="requests"><h2 id="requests">Requests</h2>
                {}{}</section>
                """,
                DevPools.table(List.of("Operation", "Times"), rows),
                button("/dev/reset", "Put everything back"));
    }

    private static Html field(String name, String label, String value) {
        return Html.of(
                "<label for=\"{}\">{}</label> <input type=\"text\" id=\"{}\" name=\"{}\" value=\"{}\" required> ",
                name,
                label,
                name,
                name,
                value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
