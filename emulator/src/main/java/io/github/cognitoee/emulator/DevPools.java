package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.UserPools.LivePool;
import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Group;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The part of the development page that tells of user pools.
 *
 * @param button makes a form of one button from a path and a text
 */
record DevPools(UserPools pools, Faults faults, BiFunction<String, String, Html> button) {

    private static final String NO_APPLICATION_ASKED = "The links show managed login as people see it. To sign in to an"
            + " application, open a page of its own: one that checks state refuses an answer that it has not asked for.";

    Html html() {
        return Html.of("{}", pools.all().stream().map(this::section).toList());
    }

    private Html section(LivePool live) {
        Pool pool = live.pool();
        return Html.of(
                """
                <section aria-labelledby="{}"><h2 id="{}">User pool {}</h2>
                {}{}{}{}{}</section>
                """,
                pool.id(),
                pool.id(),
                pool.id(),
                table(
                        List.of("Client", "Managed login"),
                        pool.clients().all().stream().map(this::client).toList()),
                pool.clients().all().stream()
                                .anyMatch(client -> callback(client).isPresent())
                        ? Html.of("<p>{}</p>\n", NO_APPLICATION_ASKED)
                        : Html.NOTHING,
                table(
                        List.of("User", "Status", "Groups", "Tokens"),
                        pool.accounts().all().stream()
                                .map(account -> user(pool, account))
                                .toList()),
                table(
                        List.of("Group", "Role"),
                        pool.groups().all().stream().map(DevPools::group).toList()),
                keys(live));
    }

    private Html client(AppClient client) {
        List<Html> links = callback(client).stream()
                .map(callback -> Html.of(
                        "<a href=\"{}\">sign-in page</a>, comes back to {}",
                        pools.domain() + "/oauth2/authorize?response_type=code&client_id=" + encoded(client.clientId())
                                + "&redirect_uri=" + encoded(callback),
                        callback))
                .toList();
        return Html.of("<tr><td>{}</td><td>{}</td></tr>\n", client.clientId(), links);
    }

    /** Where the code flow comes back to, for a client that has it. */
    private static Optional<String> callback(AppClient client) {
        List<String> callbacks = Objects.requireNonNullElse(client.settings().callbackURLs(), List.of());
        return client.settings().allowsGrant("code") ? callbacks.stream().findFirst() : Optional.empty();
    }

    private static Html user(Pool pool, Account account) {
        Html tokens = Html.of(
                "{}",
                pool.clients().all().stream()
                        .limit(1)
                        .map(client -> Html.of(
                                "<a href=\"/dev/tokens/{}?client_id={}\">as JSON</a>",
                                encoded(account.username()),
                                encoded(client.clientId())))
                        .toList());
        return Html.of(
                "<tr><td>{}</td><td>{}{}</td><td>{}</td><td>{}</td></tr>\n",
                account.username(),
                account.status(),
                account.enabled() ? "" : ", disabled",
                String.join(", ", account.groups()),
                tokens);
    }

    private static Html group(Group group) {
        String role = group.roleArn();
        return Html.of("<tr><td>{}</td><td>{}</td></tr>\n", group.groupName(), role == null ? "" : role);
    }

    private Html keys(LivePool live) {
        String path = "/dev/keys/" + live.id() + "/";
        return Html.of(
                "<p>Keys: {}; the endpoint’s fault: {}</p>\n<div class=\"buttons\">{}{}{}{}</div>\n",
                String.join(", ", live.keys().publishedIds()),
                faults.ofKeys(live.id()).map(KeyFault::toString).orElse("none"),
                button.apply(path + "publish-next", "Publish next keys"),
                button.apply(path + "sign-with-next", "Sign with next keys"),
                button.apply(path + "retire-old", "Retire old keys"),
                button.apply(path + "rotate", "Rotate at once"));
    }

    /** A table that scrolls by itself where the screen is narrow. */
    static Html table(List<String> heads, List<Html> rows) {
        return Html.of(
                """
                <div class="scroll" tabindex="0" role="group" aria-label="{}"><table>
                <thead><tr>{}</tr></thead>
                <tbody>{}</tbody>
                </table></div>
                """,
                heads.get(0),
                heads.stream()
                        .map(head -> Html.of("<th scope=\"col\">{}</th>", head))
                        .toList(),
                rows);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
