package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Risks;
import io.github.cognitoee.emulator.internal.pool.Risks.Verdict;
import java.util.Optional;

/** What threat protection has to say about a sign-in; nothing, unless a test has it say something. */
record Judgement(Pool pool) {

    /** @throws Refusal if the user's address is blocked */
    void beforeFirstFactor(Account account) {
        Optional<Verdict> verdict = pool.risks().next(account.username());
        if (verdict.filter(Verdict.ADDRESS_BLOCKED::equals).isPresent()) {
            pool.risks().take(account.username());
            throw ErrorType.NOT_AUTHORIZED.because(Risks.ADDRESS_BLOCKED);
        }
    }

    /**
     * The user has shown who he is.
     *
     * @return whether he has to show a second factor, whatever else would do
     * @throws Refusal if he must not sign in, or has no second factor to show
     */
    boolean needsSecondFactor(Account account) {
        Optional<Verdict> verdict = pool.risks().take(account.username());
        if (verdict.isEmpty()) {
            return false;
        }
        boolean mayGoOn = verdict.get() == Verdict.SECOND_FACTOR_REQUIRED
                && !SecondFactors.of(pool, account).isEmpty();
        if (!mayGoOn) {
            throw ErrorType.NOT_AUTHORIZED.because(Risks.BLOCKED);
        }
        return true;
    }
}
