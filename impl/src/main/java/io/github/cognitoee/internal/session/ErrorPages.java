package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages that say why nobody is signed in: what happened, what to do, and an id by which the log tells more. */
final class ErrorPages {

    private static final System.Logger LOG = System.getLogger(ErrorPages.class.getName());

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
    private final AtomicInteger unlistedHosts = new AtomicInteger();

    ErrorPages(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** For a request that names a host which is not listed. */
    PageAnswer unknownHost(HttpServletRequest request) {
        String incident = RandomText.ofBytes(6);
        if (Integer.bitCount(unlistedHosts.incrementAndGet()) == 1) { // anybody can have it logged
            Problem.UNLISTED_HOST.log(
                    LOG,
                    "sign-in {0} refused: the request names a host that is not listed; set"
                            + " cognito.session.base-url, or list it in cognito.session.hosts",
                    incident);
        }
        return of(Failure.UNKNOWN_HOST, incident, List.of(), request);
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
