package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.SelfService.Sent;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.LoginStep;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /confirmUser}: the code that confirms a new user, who is signed in then; another code on demand. */
record ConfirmationPage(SelfService users, Steps steps) implements Page {

    static final String PATH = "/confirmUser";

    private static final Hidden RESEND = new Hidden("resend", "yes");

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.redirect(visit.request().at(SignInPage.PATH));
    }

    @Override
    public PageAnswer submit(Visit visit) {
        LoginStep step = visit.answered(Kind.CONFIRMATION);
        try {
            if (visit.request().field(RESEND.name()).equals(RESEND.value())) {
                Sent sent = users.resend(visit.pool(), visit.asked().client(), step.username());
                return page(visit, 200, visit.stillWaiting(), Optional.of(sent), List.of());
            }
            Account account = users.confirm(
                    visit.pool(),
                    visit.asked().client(),
                    step.username(),
                    visit.request().field("code").strip());
            visit.finish();
            return steps.afterPassword(visit, account);
        } catch (Refusal refusal) {
            return page(visit, 400, visit.stillWaiting(), Optional.empty(), Problems.of(refusal, visit.language()));
        }
    }

    static PageAnswer page(Visit visit, int status, List<Hidden> hidden, Optional<Sent> sent, List<Problem> problems) {
        Language language = visit.language();
        String hint = sent.map(where -> language.text("code.sent", where.destination()))
                .orElseGet(() -> language.text("confirm.hint"));
        String action = visit.request().at(PATH);
        FormPage form = new FormPage(
                action,
                hidden,
                List.of(Field.code(language.text("code")).withHint(hint)),
                problems,
                language.text("confirm.button"));
        List<Hidden> again = new ArrayList<>(hidden);
        again.add(RESEND);
        FormPage resend = new FormPage(action, again, List.of(), List.of(), language.text("confirm.resend"));
        return visit.page(
                status,
                "confirm.title",
                SignInPage.PATH,
                Html.of("{}{}", form.html(language, "confirmation"), resend.html(language, "resend")));
    }
}
