package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.oauth.AuthorizeRefusal;
import java.util.List;

/** Tells what nobody can be sent away with: whose request it was is not known, or the browser's own story has ended. */
final class ErrorPage {

    private ErrorPage() {}

    static PageAnswer of(AuthorizeRefusal refusal, PageRequest request) {
        Language language = Languages.of(request);
        Html body = Html.of(
                "<p role=\"alert\">{}</p>\n<p>{}</p>",
                language.text("error." + refusal.error()),
                language.text("error.code", refusal.error()));
        return answer(400, language, body);
    }

    static PageAnswer of(PageRefusal refusal, PageRequest request) {
        Language language = Languages.of(request);
        Html body = Html.of(
                "<p role=\"alert\">{}</p>\n{}", language.text("error." + refusal.reason()), again(request, language));
        return answer(refusal.status(), language, body);
    }

    /** Where the request of an application is still at hand. */
    private static Html again(PageRequest request, Language language) {
        return request.parameter("client_id").isEmpty()
                ? Html.NOTHING
                : Html.of(
                        "<p><a href=\"{}\">{}</a></p>\n",
                        request.at("/oauth2/authorize"),
                        language.text("start-again"));
    }

    private static PageAnswer answer(int status, Language language, Html body) {
        return PageAnswer.page(status, Layout.page(language, language.text("error.title"), body, List.of()));
    }
}
