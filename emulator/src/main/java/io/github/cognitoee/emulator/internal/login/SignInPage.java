package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Lockout;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code /login}: user name and password. */
record SignInPage(SelfService users, Sessions sessions) {

    static final String PATH = "/login";

    /** How long the page waits to be filled in. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    PageAnswer show(Visit visit) {
        return page(visit, 200, visit.waiting(Kind.SIGN_IN, "", PATIENCE), "", List.of());
    }

    PageAnswer submit(Visit visit) {
        visit.answered(Kind.SIGN_IN);
        String username = visit.request().field("username").strip();
        String password = visit.request().field("password");
        List<Problem> missing = missing(visit.language(), username, password);
        if (!missing.isEmpty()) {
            return page(visit, 400, visit.stillWaiting(), username, missing);
        }
        try {
            Account account = users.signIn(visit.pool(), visit.asked().client(), username, password);
            visit.finish();
            return sessions.begin(visit, account, List.of("pwd"));
        } catch (Refusal refusal) {
            Problem problem = new Problem("username", visit.language().text(reason(refusal)));
            return page(visit, 400, visit.stillWaiting(), username, List.of(problem));
        }
    }

    private static List<Problem> missing(Language language, String username, String password) {
        List<Problem> problems = new ArrayList<>();
        if (username.isEmpty()) {
            problems.add(new Problem("username", language.text("login.username-missing")));
        }
        if (password.isEmpty()) {
            problems.add(new Problem("password", language.text("login.password-missing")));
        }
        return problems;
    }

    /** Nobody learns here who has an account: what a wrong password is told, an unknown user is told too. */
    private static String reason(Refusal refusal) {
        return switch (refusal.type()) {
            case USER_NOT_CONFIRMED -> "login.not-confirmed";
            case PASSWORD_RESET_REQUIRED -> "login.reset-required";
            default -> refusal.text().equals(Lockout.EXCEEDED) ? "login.too-many" : "login.wrong";
        };
    }

    private static PageAnswer page(
            Visit visit, int status, List<Hidden> hidden, String username, List<Problem> problems) {
        Language language = visit.language();
        FormPage form = new FormPage(
                visit.request().at(PATH),
                hidden,
                List.of(
                        Field.text("username", language.text("login.username"), "username")
                                .withValue(username),
                        Field.password("password", language.text("login.password"), "current-password")),
                problems,
                language.text("login.button"));
        return visit.page(status, "login.title", PATH, form.html(language));
    }
}
