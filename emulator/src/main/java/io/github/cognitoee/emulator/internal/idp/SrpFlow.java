package io.github.cognitoee.emulator.internal.idp;

/** {@code USER_SRP_AUTH}: the password is proved and never sent. */
record SrpFlow() implements Flow {

    @Override
    public String name() {
        return "USER_SRP_AUTH";
    }

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        Beginning beginning = Beginning.of(context, name(), given);
        given.required("SRP_A");
        new PasswordCheck(context).announce(beginning.typed(), beginning.account());
        return PasswordVerifierChallenge.ask(beginning);
    }
}
