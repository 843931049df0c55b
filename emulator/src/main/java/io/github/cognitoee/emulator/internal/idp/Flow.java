package io.github.cognitoee.emulator.internal.idp;

/** A way in which sign-ins begin. */
interface Flow {

    /** What stands after {@code ALLOW_} in the settings of clients. */
    String name();

    /**
     * Begins.
     *
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if the client, the user or what they say is not in order
     */
    AuthAnswer begin(ClientContext context, Parameters given);
}
