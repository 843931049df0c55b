package io.github.cognitoee.internal.userpool;

/** {@code PASSWORD_VERIFIER}: shows that the password is known. */
final class PasswordVerifier implements OwnStep {

    static final String NAME = "PASSWORD_VERIFIER";

    @Override
    public PoolAnswer answer(PoolAnswer due, Conversation conversation) {
        Srp.Identity identity = new Srp.Identity(conversation.poolName(), due.parameter("USER_ID_FOR_SRP"));
        return conversation.respond(NAME, conversation.claim(identity, due));
    }
}
