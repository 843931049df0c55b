package io.github.cognitoee.emulator.internal.idp;

/** {@code USER_SRP_AUTH}: the password is proved and never sent. */
record SrpFlow() implements Flow {

    @Override
    public String name() {
        return "USER_SRP_AUTH";
    }

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        String username = given.required("USERNAME");
        String theirs = given.required("SRP_A");
        context.checkSecretHash(given.optional("SECRET_HASH"), username);
        new PasswordCheck(context).announce(username, context.find(username));
        return PasswordVerifierChallenge.ask(context, username, name(), given, theirs);
    }
}
