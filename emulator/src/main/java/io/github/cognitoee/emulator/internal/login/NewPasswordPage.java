package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.LoginStep;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /newPassword}: another password in place of a temporary one, with the attributes that are required and missing. */
record NewPasswordPage(SelfService users, Steps steps) implements Page {

    static final String PATH = "/newPassword";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.redirect(visit.request().at(SignInPage.PATH));
    }

    static PageAnswer ask(Visit visit, Account account) {
        List<Hidden> hidden = visit.waiting(
                Kind.NEW_PASSWORD,
                account.username(),
                visit.asked().client().settings().sessionLifetime());
        return page(visit, 200, hidden, account, List.of());
    }

    @Override
    public PageAnswer submit(Visit visit) {
        LoginStep step = visit.answered(Kind.NEW_PASSWORD);
        Account account = visit.pool().accounts().named(step.username()).orElseThrow(PageRefusal::tooLate);
        String password = visit.request().field("password");
        Map<String, String> attributes = new LinkedHashMap<>();
        missing(visit, account)
                .forEach(
                        name -> attributes.put(name, visit.request().field(name).strip()));
        try {
            Account changed = users.replaceTemporary(visit.pool(), account, password, attributes);
            visit.finish();
            return steps.afterPassword(visit, changed);
        } catch (Refusal refusal) {
            return page(visit, 400, visit.stillWaiting(), account, Problems.of(refusal, visit.language()));
        }
    }

    private static List<String> missing(Visit visit, Account account) {
        return visit.pool().schema().missing(account.attributes()).toList();
    }

    private static PageAnswer page(
            Visit visit, int status, List<Hidden> hidden, Account account, List<Problem> problems) {
        Language language = visit.language();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.password("password", language.text("password.new"), "new-password")
                .withHint(language.text("password.hint")));
        missing(visit, account)
                .forEach(name -> fields.add(AttributeFields.of(name, language)
                        .withValue(visit.request().field(name))));
        FormPage form =
                new FormPage(visit.request().at(PATH), hidden, fields, problems, language.text("new-password.button"));
        return visit.page(status, "new-password.title", SignInPage.PATH, form.html(language, "new-password"));
    }
}
