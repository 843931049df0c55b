package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Step;
import java.util.List;
import java.util.Optional;

/** {@code CUSTOM_AUTH}: functions say what a user is asked, at once or after a proof of the password by SRP. */
record CustomFlow(Course course) implements Flow {

    static final String NAME = "CUSTOM_AUTH";
    static final String SRP = "SRP_A";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        Beginning beginning = Beginning.of(context, NAME, given);
        Optional<Account> account = new PasswordCheck(context).mayBegin(beginning.typed());
        account.ifPresent(CustomFlow::checkConfirmed);
        String username = account.map(Account::username).orElse(beginning.typed());
        CustomSteps steps = CustomSteps.of(context, beginning.attempt(username), account);
        return startsWithSrp(given)
                ? steps.next(List.of(new Step(SRP)), course, given)
                : steps.next(List.of(), course, given);
    }

    /** Clients write the one, the documentation the other. */
    private static boolean startsWithSrp(Parameters given) {
        return SRP.equals(given.optional("CHALLENGE_NAME")) || SRP.equals(given.optional("ChallengeName"));
    }

    private static void checkConfirmed(Account account) {
        if (account.status() == UserStatus.UNCONFIRMED) {
            throw ErrorType.USER_NOT_CONFIRMED.because("User is not confirmed.");
        }
    }
}
