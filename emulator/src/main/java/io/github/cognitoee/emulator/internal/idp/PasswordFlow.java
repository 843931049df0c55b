package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;

/** {@code USER_PASSWORD_AUTH} and {@code ADMIN_USER_PASSWORD_AUTH}: the password comes with the first request. */
record PasswordFlow(String name, Course course) implements Flow {

    static final String OF_USERS = "USER_PASSWORD_AUTH";
    static final String OF_ADMINISTRATORS = "ADMIN_USER_PASSWORD_AUTH";

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        given.required("USERNAME");
        String password = given.required("PASSWORD");
        Beginning beginning = Beginning.of(context, name, given);
        Account account = new PasswordCheck(context).signIn(beginning.typed(), password);
        return course.afterFirstFactor(beginning.passing(account, "pwd"));
    }
}
