package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code NEW_PASSWORD_REQUIRED}: a temporary password was right, and must be replaced now. */
record NewPasswordChallenge() implements Question {

    private static final String NAME = "NEW_PASSWORD_REQUIRED";
    private static final String ATTRIBUTES = "userAttributes";

    @Override
    public String name() {
        return NAME;
    }

    static AuthAnswer ask(SignIn signIn) {
        Account account = signIn.account();
        List<String> missing = signIn.pool()
                .schema()
                .missing(account.attributes())
                .map(name -> ATTRIBUTES + "." + name)
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USER_ID_FOR_SRP", account.username());
        parameters.put("requiredAttributes", JsonText.of(missing));
        parameters.put(ATTRIBUTES, JsonText.of(account.attributes()));
        return AuthAnswer.challenge(NAME, signIn.await(NAME), parameters);
    }

    /** Only a good answer ends the session. */
    @Override
    public AuthAnswer take(Reply reply, Course course) {
        SignIn signIn = reply.signIn();
        NewPassword password =
                new NewPassword(signIn.pool(), reply.given().required("NEW_PASSWORD"), attributesOf(reply.given()));
        password.check(signIn.account());
        reply.end();
        return course.afterPassword(signIn.of(password.setFor(signIn.account())));
    }

    private static Map<String, String> attributesOf(Parameters given) {
        Map<String, String> added = new LinkedHashMap<>();
        given.map().forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTES + ".")) {
                added.put(name.substring(ATTRIBUTES.length() + 1), value);
            }
        });
        return added;
    }
}
