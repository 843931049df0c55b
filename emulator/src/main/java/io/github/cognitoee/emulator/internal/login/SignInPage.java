package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.BrowserSession;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /login}: user name and password, or the account that the browser is signed in with. */
record SignInPage(SelfService users, Sessions sessions, Steps steps) implements Page {

    static final String PATH = "/login";

    private static final Hidden CONTINUE = new Hidden("account", "continue");

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        String hint = visit.request().parameter("login_hint").orElse("");
        return page(visit, 200, visit.waiting(Kind.SIGN_IN, "", Steps.PATIENCE), hint, List.of());
    }

    @Override
    public PageAnswer submit(Visit visit) {
        visit.answered(Kind.SIGN_IN);
        if (visit.request().field(CONTINUE.name()).equals(CONTINUE.value())) {
            return account(visit).map(session -> resumed(visit, session)).orElseThrow(PageRefusal::tooLate);
        }
        String username = visit.request().field("username").strip();
        String password = visit.request().field("password");
        List<Problem> missing = missing(visit.language(), username, password);
        if (!missing.isEmpty()) {
            return page(visit, 400, visit.stillWaiting(), username, missing);
        }
        try {
            Account account = users.signIn(visit.pool(), visit.asked().client(), username, password);
            visit.finish();
            return steps.afterPassword(visit, account);
        } catch (Refusal refusal) {
            return refused(visit, username, refusal);
        }
    }

    private PageAnswer refused(Visit visit, String username, Refusal refusal) {
        return switch (refusal.type()) {
            case USER_NOT_CONFIRMED -> steps.confirm(visit, username);
            case PASSWORD_RESET_REQUIRED -> PageAnswer.redirect(visit.request().at(ForgotPasswordPage.PATH));
            default -> page(visit, 400, visit.stillWaiting(), username, Problems.ofSignIn(refusal, visit.language()));
        };
    }

    private PageAnswer resumed(Visit visit, BrowserSession session) {
        visit.finish();
        return sessions.resume(visit, session);
    }

    /** The account with which to go on, where the application lets people choose it. */
    private static Optional<BrowserSession> account(Visit visit) {
        return Sessions.of(visit.pool(), visit.request())
                .filter(session -> visit.asked().wishes().offersAccount())
                .filter(session -> visit.asked()
                        .wishes()
                        .isGoodEnough(session, visit.pool().now()));
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

    /** The page after another that has something to say. */
    PageAnswer saying(Visit visit, String key) {
        Html said = Html.of(
                "<p class=\"said\" role=\"status\">{}</p>\n", visit.language().text(key));
        return page(visit, 200, said, visit.waiting(Kind.SIGN_IN, "", Steps.PATIENCE), "", List.of());
    }

    private static PageAnswer page(
            Visit visit, int status, List<Hidden> hidden, String username, List<Problem> problems) {
        Html account = account(visit)
                .map(session -> continuation(visit, hidden, session))
                .orElse(Html.NOTHING);
        return page(visit, status, account, hidden, username, problems);
    }

    private static Html continuation(Visit visit, List<Hidden> hidden, BrowserSession session) {
        List<Hidden> all = new ArrayList<>(hidden);
        all.add(CONTINUE);
        String button = visit.language().text("login.continue", session.username());
        return new FormPage(visit.request().at(PATH), all, List.of(), List.of(), button)
                .html(visit.language(), "continue");
    }

    private static PageAnswer page(
            Visit visit, int status, Html before, List<Hidden> hidden, String username, List<Problem> problems) {
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
        Html providers = Providers.links(visit);
        if (!visit.asked().client().settings().supports(ClientSettings.COGNITO)) {
            return visit.page(status, "login.title", PATH, Html.of("{}{}", before, providers));
        }
        Html links = visit.pool().allowsSignUp()
                ? Links.to(visit, ForgotPasswordPage.PATH, SignUpPage.PATH)
                : Links.to(visit, ForgotPasswordPage.PATH);
        return visit.page(
                status,
                "login.title",
                PATH,
                Html.of("{}{}{}{}", before, providers, form.html(language, "sign-in"), links));
    }
}
