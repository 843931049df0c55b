package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Map;
import java.util.Optional;

/** {@code PASSWORD_SRP}, for users who choose to prove their password. */
record PasswordSrpChallenge() implements Question, FirstFactor {

    private static final String NAME = "PASSWORD_SRP";
    private static final String PUBLIC_VALUE = "SRP_A";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAvailable(Pool pool, Optional<Account> account) {
        return new PasswordChallenge().isAvailable(pool, account);
    }

    /** The public value may come with the choice, or is asked for. */
    @Override
    public AuthAnswer begin(Beginning beginning, Course course) {
        return beginning.given().optional(PUBLIC_VALUE) == null
                ? AuthAnswer.challenge(NAME, beginning.await(NAME, Challenge.Detail.NONE), Map.of())
                : PasswordVerifierChallenge.ask(beginning);
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        Beginning beginning = Beginning.of(reply);
        reply.given().required(PUBLIC_VALUE);
        AuthAnswer next = begin(beginning, course);
        reply.end();
        return next;
    }
}
