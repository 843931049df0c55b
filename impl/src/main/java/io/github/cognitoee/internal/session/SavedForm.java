package io.github.cognitoee.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody sent who had to sign in first. Afterwards a page sends it again: a real request, to which every rule
 * of the container and the application applies, which would not be so if another were made to look like it.
 *
 * @param action the path behind the context path, with the query
 * @param body as it was sent: taken apart it is many times as large, and whoever likes can have it kept
 * @param sender {@code sub} of the user whose session it was sent in; null for somebody who had none
 */
record SavedForm(String action, String body, @Nullable String sender) implements Serializable {

    private static final int MOST_FIELDS = 1_000;

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>You are signed in</title>
            <style>
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
            button { font: inherit; font-weight: 600; padding: .5rem 1.5rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>You are signed in</h1>
            <p>What you had entered is sent now.</p>
            <form method="post" action="%s">
            %s<button autofocus>Continue</button>
            </form>
            </main>
            <script nonce="%s">HTMLFormElement.prototype.submit.call(document.forms[0]);</script>
            </body>
            </html>
            """;

    /**
     * What the request sends, if it is a form that can be sent again: not too long, without files, and not read by somebody
     * else.
     */
    static Optional<SavedForm> of(HttpServletRequest request, Optional<String> sender) {
        try {
            return FormBody.read(request)
                    .filter(body -> FormBody.fields(body).size() <= MOST_FIELDS)
                    .map(body -> new SavedForm(ReturnPath.behindContext(request), body, sender.orElse(null)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no form after all
        }
    }

    /** Whether the user with this ID token may have sent it. */
    boolean mayBeBy(String idToken) {
        return sender == null || Subject.isOf(sender, idToken);
    }

    /** The page that sends it, by itself where scripts run, else when its button is pressed. */
    PageAnswer page(String baseUrl, List<String> setCookies) {
        String nonce = RandomText.ofBytes(16);
        StringBuilder inputs = new StringBuilder();
        for (FormBody.Field field : FormBody.fields(body)) {
            inputs.append(Html.input(field.name(), field.value()));
        }
        return PageAnswer.page(200, setCookies, PAGE.formatted(Html.escaped(baseUrl + action), inputs, nonce))
                .allowing(PageAnswer.STRICT + "; form-action 'self'; script-src 'nonce-" + nonce + "'");
    }

    @Override
    public String toString() {
        return "SavedForm";
    }
}
