package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.util.Map;
import java.util.Optional;

/** {@code PASSWORD}, for users who choose to sign in by it. */
record PasswordChallenge() implements Question, FirstFactor {

    private static final String NAME = "PASSWORD";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAvailable(Pool pool, Optional<Account> account) {
        return pool.settings().firstFactors().contains(NAME)
                && account.map(Account::hasPassword).orElse(true);
    }

    /** The password may come with the choice, or is asked for. */
    @Override
    public AuthAnswer begin(Beginning beginning, Course course) {
        if (beginning.given().optional(NAME) == null) {
            return AuthAnswer.challenge(NAME, beginning.await(NAME, Challenge.Detail.NONE), Map.of());
        }
        Account account = new PasswordCheck(beginning.context())
                .verified(beginning.typed(), beginning.given().required(NAME));
        return course.afterFirstFactor(beginning.passing(account, "pwd"));
    }

    @Override
    public AuthAnswer take(Reply reply, Course course) {
        Beginning beginning = Beginning.of(reply);
        reply.given().required(NAME);
        AuthAnswer next = reply.counting(() -> begin(beginning, course));
        reply.end();
        return next;
    }
}
