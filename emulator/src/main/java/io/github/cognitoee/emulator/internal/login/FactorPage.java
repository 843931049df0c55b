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
import io.github.cognitoee.emulator.internal.pool.Mfa;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /mfa}: a code besides the password, out of an app or sent; of several factors the user chooses one first. */
record FactorPage(SelfService users, Sessions sessions) implements Page {

    static final String PATH = "/mfa";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.redirect(visit.request().at(SignInPage.PATH));
    }

    /** Asks for the second factor of a user whose password was right. */
    PageAnswer begin(Visit visit, Account account, List<String> factors) {
        return factors.size() == 1
                ? ask(visit, account, factors.get(0))
                : choice(visit, visit.waiting(Kind.CHOICE_OF_FACTOR, account.username(), PATIENCE), factors);
    }

    @Override
    public PageAnswer submit(Visit visit) {
        String factor = visit.request().field("factor");
        if (!factor.isEmpty()) {
            return chosen(visit, visit.answered(Kind.CHOICE_OF_FACTOR), factor);
        }
        LoginStep step = visit.answered(Kind.FACTOR);
        Account account = account(visit, step);
        try {
            users.check(
                    visit.pool(),
                    account,
                    step.factor(),
                    visit.request().field("code").strip());
        } catch (Refusal refusal) {
            return page(
                    visit,
                    400,
                    visit.stillWaiting(),
                    step.factor(),
                    Optional.empty(),
                    Problems.of(refusal, visit.language()));
        }
        if (!visit.finish()) {
            throw PageRefusal.tooLate();
        }
        return sessions.begin(visit.asked(), account, List.of("pwd", Mfa.claimOf(step.factor()), "mfa"));
    }

    private PageAnswer chosen(Visit visit, LoginStep step, String factor) {
        Account account = account(visit, step);
        List<String> factors =
                users.factors(visit.pool(), account, visit.asked().wishes().assurance());
        if (!factors.contains(factor) || !visit.finish()) {
            throw PageRefusal.tooLate();
        }
        return ask(visit, account, factor);
    }

    private static Account account(Visit visit, LoginStep step) {
        return visit.pool()
                .accounts()
                .named(step.username())
                .filter(Account::enabled)
                .orElseThrow(PageRefusal::tooLate);
    }

    private PageAnswer ask(Visit visit, Account account, String factor) {
        Optional<Sent> sent = users.begin(visit.pool(), visit.asked().client(), account, factor);
        List<Hidden> hidden = visit.waiting(Kind.FACTOR, account.username(), factor, PATIENCE);
        return page(visit, 200, hidden, factor, sent, List.of());
    }

    private static PageAnswer choice(Visit visit, List<Hidden> hidden, List<String> factors) {
        Language language = visit.language();
        List<Html> forms = factors.stream()
                .map(factor -> {
                    List<Hidden> all = new ArrayList<>(hidden);
                    all.add(new Hidden("factor", factor));
                    String button = language.text("mfa.choose-" + factor);
                    return new FormPage(visit.request().at(PATH), all, List.of(), List.of(), button)
                            .html(language, "factor-" + factor);
                })
                .toList();
        return visit.page(200, "mfa.choose-title", SignInPage.PATH, Html.of("{}", forms));
    }

    private static PageAnswer page(
            Visit visit, int status, List<Hidden> hidden, String factor, Optional<Sent> sent, List<Problem> problems) {
        Language language = visit.language();
        String hint = sent.map(where -> language.text("code.sent", where.destination()))
                .orElseGet(() -> language.text("mfa.hint-" + factor));
        FormPage form = new FormPage(
                visit.request().at(PATH),
                hidden,
                List.of(Field.code(language.text("code")).withHint(hint)),
                problems,
                language.text("login.button"));
        return visit.page(status, "mfa.title", SignInPage.PATH, form.html(language, "factor"));
    }
}
