package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.SelfService.Sent;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.LoginStep;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.time.Duration;
import java.util.List;

/** {@code /confirmForgotPassword}: the code that was sent, and another password. */
record ResetPasswordPage(SelfService users, SignInPage signIn) implements Page {

    static final String PATH = "/confirmForgotPassword";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.redirect(visit.request().at(ForgotPasswordPage.PATH));
    }

    static PageAnswer ask(Visit visit, String username, Sent sent) {
        String hint = visit.language().text("code.sent", sent.destination());
        return page(visit, 200, visit.waiting(Kind.RESET_PASSWORD, username, PATIENCE), hint, List.of());
    }

    @Override
    public PageAnswer submit(Visit visit) {
        LoginStep step = visit.answered(Kind.RESET_PASSWORD);
        String code = visit.request().field("code").strip();
        String password = visit.request().field("password");
        try {
            users.reset(visit.pool(), visit.asked().client(), step.username(), code, password);
            visit.finish();
            return signIn.saying(visit, "reset.done");
        } catch (Refusal refusal) {
            return page(visit, 400, visit.stillWaiting(), "", Problems.of(refusal, visit.language()));
        }
    }

    private static PageAnswer page(Visit visit, int status, List<Hidden> hidden, String hint, List<Problem> problems) {
        Language language = visit.language();
        FormPage form = new FormPage(
                visit.request().at(PATH),
                hidden,
                List.of(
                        Field.code(language.text("code")).withHint(hint),
                        Field.password("password", language.text("password.new"), "new-password")
                                .withHint(language.text("password.hint"))),
                problems,
                language.text("reset.button"));
        return visit.page(
                status,
                "reset.title",
                ForgotPasswordPage.PATH,
                Html.of("{}{}", form.html(language, "reset-password"), Links.to(visit, SignInPage.PATH)));
    }
}
