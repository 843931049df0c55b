package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.FormConfig;
import io.github.cognitoee.userpool.Challenge;
import java.util.List;
import java.util.Optional;

/** The pages at which people sign in without managed login. They need no script, but for passkeys. */
final class FormPages {

    /** The parameter of the link that leads to managed login instead. */
    static final String ELSEWHERE = "elsewhere";

    /** Of whoever is not let in; the challenge is for programs, browsers show none for it. */
    private static final int NOT_LET_IN = 401;

    private static final String CHALLENGE = "Bearer realm=\"cognito\"";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            main { max-width: 24rem; margin: 10vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.6rem; line-height: 1.2; }
            label { display: block; margin-top: 1rem; font-weight: 600; }
            input { box-sizing: border-box; width: 100%%; font: inherit; padding: .5rem .6rem; margin-top: .25rem;
              border: 1px solid #767676; border-radius: .4rem; }
            button { font: inherit; font-weight: 600; width: 100%%; margin-top: 1.25rem; padding: .6rem 1.5rem;
              border: 1px solid #1d4ed8; border-radius: .4rem; color: #fff; background: #1d4ed8; cursor: pointer; }
            button.other { color: inherit; background: none; border-color: #767676; }
            :focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
            .notice { border-left: .3rem solid #dc2626; padding: .4rem .8rem; margin: 1rem 0; }
            .links { margin-top: 1.5rem; }
            .links a { display: block; margin-top: .4rem; }
            code { font-size: 1.05rem; overflow-wrap: anywhere; }
            svg { display: block; width: 12rem; height: 12rem; background: #fff; }
            dt { font-weight: 600; }
            dd { margin: 0; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s<form method="post" action="%3$s">
            <input type="hidden" name="flow" value="%4$s">
            %5$s</form>
            %6$s</main>
            %7$s</body>
            </html>
            """;

    private static final String CREDENTIALS =
            """
            <label for="username">User name</label>
            <input id="username" name="j_username" value="%s" autocomplete="username" autocapitalize="none" spellcheck="false" required%s>
            <label for="password">Password</label>
            <input id="password" name="j_password" type="password" autocomplete="current-password"%s>
            <button>Sign in</button>
            """;

    private final FormConfig config;
    private final boolean elsewhere;

    /** @param elsewhere whether people may go to managed login instead */
    FormPages(FormConfig config, boolean elsewhere) {
        this.config = config;
        this.elsewhere = elsewhere;
    }

    /** The one that asks for user name and password, or the way to the application's. */
    PageAnswer form(Place place, String username, Optional<Notice> notice) {
        return config.loginPage()
                .map(page -> PageAnswer.redirect(
                        place.to(notice.isPresent() ? config.errorPage().orElse(page) : page, notice), List.of()))
                .orElseGet(() -> ownForm(place, username, notice));
    }

    private PageAnswer ownForm(Place place, String username, Optional<Notice> notice) {
        String fields = CREDENTIALS.formatted(
                Html.escaped(username), username.isEmpty() ? " autofocus" : "", username.isEmpty() ? "" : " autofocus");
        return page(place, "Sign in", notice, fields, links(place, notice), "");
    }

    /** The one that asks for what else is due. */
    PageAnswer challenge(Place place, Challenge challenge, String state, Optional<Notice> notice) {
        Question question = challenge.fold(new Questions());
        String nonce = RandomText.ofBytes(16);
        String script = question.script().isEmpty()
                ? ""
                : "<script nonce=\"" + nonce + "\">\n" + question.script() + "</script>\n";
        PageAnswer page = page(
                place,
                question.title(),
                notice,
                Html.input(Place.STATE, state) + question.fields(),
                "<p class=\"links\"><a href=\"" + Html.escaped(place.formAgain()) + "\">Start again</a></p>\n",
                script);
        return script.isEmpty()
                ? page
                : page.allowing(PageAnswer.STRICT + "; form-action 'self'; script-src 'nonce-" + nonce + "'");
    }

    private static PageAnswer page(
            Place place, String title, Optional<Notice> notice, String fields, String below, String script) {
        String html = PAGE.formatted(
                Html.escaped(title),
                notice.map(told -> "<p class=\"notice\" role=\"alert\">" + Html.escaped(told.text()) + "</p>\n")
                        .orElse(""),
                Html.escaped(place.action()),
                Html.escaped(place.flow().state()),
                fields,
                below,
                script);
        PageAnswer page = PageAnswer.page(notice.isPresent() ? NOT_LET_IN : 200, List.of(), html)
                .allowing(PageAnswer.STRICT + "; form-action 'self'");
        return notice.isPresent() ? page.with("WWW-Authenticate", CHALLENGE) : page;
    }

    private String links(Place place, Optional<Notice> notice) {
        FormConfig.Links links = config.links();
        StringBuilder below = new StringBuilder();
        if (elsewhere) {
            link(below, place.formAgain() + "&" + ELSEWHERE, "Sign in in another way");
        }
        String forgotten = notice.filter(Notice.PASSWORD_RESET_REQUIRED::equals).isPresent()
                ? "Choose a new password"
                : "Forgot your password?";
        links.forgotPassword().ifPresent(page -> link(below, place.base() + page, forgotten));
        links.signUp().ifPresent(page -> link(below, place.base() + page, "Create an account"));
        if (notice.filter(Notice.USER_NOT_CONFIRMED::equals).isPresent()) {
            links.confirm().ifPresent(page -> link(below, place.base() + page, "Confirm the account"));
        }
        return below.length() == 0 ? "" : "<p class=\"links\">\n" + below + "</p>\n";
    }

    private static void link(StringBuilder below, String address, String text) {
        below.append("<a href=\"")
                .append(Html.escaped(address))
                .append("\">")
                .append(Html.escaped(text))
                .append("</a>\n");
    }
}
