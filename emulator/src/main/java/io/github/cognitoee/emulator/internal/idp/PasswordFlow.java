package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attempt;

/** {@code USER_PASSWORD_AUTH} and {@code ADMIN_USER_PASSWORD_AUTH}: the password comes with the first request. */
record PasswordFlow(String name, Course course) implements Flow {

    static final String OF_USERS = "USER_PASSWORD_AUTH";
    static final String OF_ADMINISTRATORS = "ADMIN_USER_PASSWORD_AUTH";

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        String username = given.required("USERNAME");
        String password = given.required("PASSWORD");
        context.checkSecretHash(given.optional("SECRET_HASH"), username);
        Account account = new PasswordCheck(context).signIn(username, password);
        Attempt attempt = context.attempt(account.username(), name, given).passing("pwd");
        return course.afterFirstFactor(new SignIn(context, account, attempt));
    }
}
