package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Challenges;

/** The answer to a challenge. */
record Reply(ClientContext context, String session, Challenge challenge, Parameters given) {

    /**
     * The sign-in that it goes on with.
     *
     * @throws Refusal if the answer names another user, or he must not sign in any more
     */
    SignIn signIn() {
        String typed = given.required("USERNAME");
        Account account = context.pool()
                .accounts()
                .named(challenge.attempt().username())
                .filter(user -> context.find(typed).filter(user::equals).isPresent())
                .orElseThrow(Challenges::invalid);
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        return new SignIn(context, account, challenge.attempt());
    }

    /**
     * Ends the session.
     *
     * @throws Refusal if another answer did so first
     */
    void end() {
        context.pool().challenges().close(session);
    }

    /** Checks something, and counts it against the session if it is wrong. */
    void counting(Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            context.pool().challenges().failed(session);
            throw refusal;
        }
    }

    /** Tells no session. */
    @Override
    public String toString() {
        return "Reply[" + challenge.name() + "]";
    }
}
