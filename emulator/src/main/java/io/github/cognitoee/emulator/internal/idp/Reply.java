package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Challenges;
import java.util.function.Supplier;

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
                .filter(user -> isKnownAs(user, typed))
                .orElseThrow(Challenges::invalid);
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        return new SignIn(context, account, challenge.attempt());
    }

    private boolean isKnownAs(Account user, String typed) {
        return context.find(typed)
                .filter(found -> found.username().equals(user.username()))
                .isPresent();
    }

    /**
     * Ends the session.
     *
     * @throws Refusal if another answer did so first
     */
    void end() {
        context.pool().challenges().close(session);
    }

    /** Whether it is about somebody who does not exist, which is not to be told. */
    boolean isOfNobody() {
        return context.pool().accounts().named(challenge.attempt().username()).isEmpty();
    }

    /**
     * Checks that the answer names the user whom the sign-in began with, even if he does not exist.
     *
     * @throws Refusal if it names another, or he must not sign in any more
     */
    void checkUser() {
        if (!isOfNobody()) {
            signIn();
        } else if (!given.required("USERNAME").equals(challenge.attempt().username())) {
            throw Challenges.invalid();
        }
    }

    /** Checks something, and counts it against the session if it is wrong. */
    <T> T counting(Supplier<T> check) {
        try {
            return check.get();
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
