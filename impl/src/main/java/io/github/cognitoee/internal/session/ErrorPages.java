package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The pages that say why nobody is signed in: what happened, what to do, and an id by which the log tells more. */
final class ErrorPages {

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
            main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
            a { font-weight: 600; }
            small { opacity: .7; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            %3$s
            <p><small>Reference: %4$s</small></p>
            </main>
            </body>
            </html>
            """;

    private final BaseUrl baseUrl;

    ErrorPages(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** @param incident by which the log tells more */
    PageAnswer of(Failure failure, String incident, List<String> setCookies, HttpServletRequest request) {
        String again = baseUrl.of(request)
                .map(base -> "<p><a href=\"" + Html.escaped(base) + "/\">Start again</a></p>")
                .orElse("");
        return PageAnswer.page(
                failure.status(),
                setCookies,
                PAGE.formatted(
                        Html.escaped(failure.title()), Html.escaped(failure.text()), again, Html.escaped(incident)));
    }
}
