package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Challenges;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import org.jspecify.annotations.Nullable;

/**
 * A user who registers an authenticator app.
 *
 * @param signIn null for one who is signed in already
 */
record Enrolment(Pool pool, Account account, @Nullable Waiting signIn) {

    /** A sign-in that waits for it. */
    record Waiting(ClientContext context, String session, Challenge challenge) {

        /** Tells no session. */
        @Override
        public String toString() {
            return "Waiting[" + challenge + "]";
        }
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if no sign-in waits for it by this session */
    static Enrolment ofSession(Directory directory, String session) {
        for (Pool pool : directory.all()) {
            Challenge challenge =
                    pool.challenges().find(session, MfaSetupChallenge.NAME).orElse(null);
            if (challenge != null) {
                return of(pool, session, challenge);
            }
        }
        throw Challenges.invalid();
    }

    private static Enrolment of(Pool pool, String session, Challenge challenge) {
        Account account = pool.accounts()
                .named(challenge.attempt().username())
                .filter(Account::enabled)
                .orElseThrow(Challenges::invalid);
        ClientContext context = new ClientContext(
                pool, pool.clients().required(challenge.attempt().clientId()));
        return new Enrolment(pool, account, new Waiting(context, session, challenge));
    }

    /** Goes on. @return the session of the sign-in from now on, null without one */
    @Nullable
    String goesOn(boolean verified) {
        if (signIn == null) {
            return null;
        }
        pool.challenges().close(signIn.session());
        return signIn.context()
                .await(new Challenge(
                        MfaSetupChallenge.NAME,
                        signIn.challenge().attempt(),
                        new MfaSetupChallenge.Progress(verified)));
    }
}
