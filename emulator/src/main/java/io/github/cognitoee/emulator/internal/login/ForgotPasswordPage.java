package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.SelfService.Sent;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.util.List;

/** {@code /forgotPassword}: whose password it is. The answer is the same for users who do not exist. */
record ForgotPasswordPage(SelfService users) implements Page {

    static final String PATH = "/forgotPassword";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return page(visit, 200, visit.waiting(Kind.FORGOT_PASSWORD, "", Steps.PATIENCE), List.of());
    }

    @Override
    public PageAnswer submit(Visit visit) {
        visit.answered(Kind.FORGOT_PASSWORD);
        Language language = visit.language();
        String username = visit.request().field("username").strip();
        if (username.isEmpty()) {
            Problem missing = new Problem("username", language.text("login.username-missing"));
            return page(visit, 400, visit.stillWaiting(), List.of(missing));
        }
        try {
            Sent sent = users.forgot(visit.pool(), visit.asked().client(), username);
            visit.finish();
            return ResetPasswordPage.ask(visit, username, sent);
        } catch (Refusal refusal) {
            return page(visit, 400, visit.stillWaiting(), Problems.of(refusal, language));
        }
    }

    private static PageAnswer page(Visit visit, int status, List<Hidden> hidden, List<Problem> problems) {
        Language language = visit.language();
        FormPage form = new FormPage(
                visit.request().at(PATH),
                hidden,
                List.of(Field.text("username", language.text("login.username"), "username")
                        .withValue(visit.request().field("username"))),
                problems,
                language.text("forgot.button"));
        return visit.page(
                status,
                "forgot.title",
                PATH,
                Html.of("{}{}", form.html(language, "forgot-password"), Links.to(visit, SignInPage.PATH)));
    }
}
