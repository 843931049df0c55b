package io.github.cognitoee.emulator.internal.login;

import io.github.cognitoee.emulator.internal.html.Html;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.SelfService.Registered;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.login.FormPage.Field;
import io.github.cognitoee.emulator.internal.login.FormPage.Hidden;
import io.github.cognitoee.emulator.internal.login.FormPage.Problem;
import io.github.cognitoee.emulator.internal.pool.LoginStep.Kind;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /signup}: a new user, with the attributes that are required or verified. */
record SignUpPage(SelfService users, Steps steps) implements Page {

    static final String PATH = "/signup";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageAnswer show(Visit visit) {
        checkAllowed(visit);
        return page(visit, 200, visit.waiting(Kind.SIGN_UP, "", Steps.PATIENCE), List.of());
    }

    @Override
    public PageAnswer submit(Visit visit) {
        visit.answered(Kind.SIGN_UP);
        checkAllowed(visit);
        String username = visit.request().field("username").strip();
        String password = visit.request().field("password");
        List<Problem> problems = problems(visit.language(), username, password);
        if (!problems.isEmpty()) {
            return page(visit, 400, visit.stillWaiting(), problems);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes(visit.pool()).forEach(name -> {
            String value = visit.request().field(name).strip();
            if (!value.isEmpty()) {
                attributes.put(name, value);
            }
        });
        try {
            Registered registered = users.signUp(visit.pool(), visit.asked().client(), username, password, attributes);
            visit.finish();
            String name = registered.account().username();
            return registered
                    .sent()
                    .map(sent -> steps.confirm(visit, name, sent))
                    .orElseGet(() -> steps.confirm(visit, name));
        } catch (Refusal refusal) {
            return page(visit, 400, visit.stillWaiting(), Problems.of(refusal, visit.language()));
        }
    }

    private static void checkAllowed(Visit visit) {
        if (!visit.pool().allowsSignUp()) {
            throw PageRefusal.noSignUp();
        }
    }

    private static List<Problem> problems(Language language, String username, String password) {
        List<Problem> problems = new ArrayList<>();
        if (!username.matches("\\S{1,128}")) {
            problems.add(new Problem("username", language.text("login.username-missing")));
        }
        if (!password.matches("\\S{1,256}")) {
            problems.add(new Problem("password", language.text("password.policy")));
        }
        return problems;
    }

    /** Those that the pool requires or verifies, but for the one that the user name is. */
    private static List<String> attributes(Pool pool) {
        return Stream.concat(
                        pool.schema().missing(Map.of()),
                        Stream.of("email", "phone_number").filter(pool::verifies))
                .distinct()
                .filter(name -> !pool.usernameRules().asUsername().contains(name))
                .toList();
    }

    private static PageAnswer page(Visit visit, int status, List<Hidden> hidden, List<Problem> problems) {
        Language language = visit.language();
        List<Field> fields = new ArrayList<>();
        fields.add(username(visit));
        attributes(visit.pool())
                .forEach(name -> fields.add(AttributeFields.of(name, language)
                        .withValue(visit.request().field(name))));
        fields.add(Field.password("password", language.text("login.password"), "new-password")
                .withHint(language.text("password.hint")));
        FormPage form =
                new FormPage(visit.request().at(PATH), hidden, fields, problems, language.text("signup.button"));
        return visit.page(
                status,
                "signup.title",
                PATH,
                Html.of("{}{}", form.html(language, "sign-up"), Links.to(visit, SignInPage.PATH)));
    }

    private static Field username(Visit visit) {
        List<String> contacts = visit.pool().usernameRules().asUsername();
        String key = contacts.isEmpty() ? "login.username" : "attribute." + String.join("-or-", contacts);
        return Field.text("username", visit.language().text(key), "username")
                .withValue(visit.request().field("username"));
    }
}
