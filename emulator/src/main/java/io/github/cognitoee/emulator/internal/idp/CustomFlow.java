package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.CustomAuth.Person;
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
        String username = given.required("USERNAME");
        context.checkSecretHash(given.optional("SECRET_HASH"), username);
        PasswordCheck check = new PasswordCheck(context);
        Optional<Account> account = context.find(username);
        check.announce(username, account);
        if (account.isEmpty() && !check.hidden()) {
            throw PasswordCheck.missing();
        }
        account.ifPresent(CustomFlow::checkState);
        CustomSteps steps = new CustomSteps(context, personOf(username, account, check.hidden()));
        return startsWithSrp(given)
                ? steps.next(List.of(new Step(SRP)), course, given)
                : steps.next(List.of(), course, given);
    }

    static Person personOf(String typed, Optional<Account> account, boolean hidden) {
        return new Person(account.map(Account::username).orElse(typed), account, hidden);
    }

    /** Clients write the one, the documentation the other. */
    private static boolean startsWithSrp(Parameters given) {
        return SRP.equals(given.optional("CHALLENGE_NAME")) || SRP.equals(given.optional("ChallengeName"));
    }

    private static void checkState(Account account) {
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        if (account.status() == UserStatus.UNCONFIRMED) {
            throw ErrorType.USER_NOT_CONFIRMED.because("User is not confirmed.");
        }
    }
}
