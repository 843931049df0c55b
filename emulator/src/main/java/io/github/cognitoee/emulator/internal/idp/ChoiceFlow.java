package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import java.util.List;
import java.util.Optional;

/** {@code USER_AUTH}: the user chooses how to sign in, or has chosen before. */
record ChoiceFlow(FirstFactors factors, Course course) implements Flow {

    @Override
    public String name() {
        return "USER_AUTH";
    }

    @Override
    public AuthAnswer begin(ClientContext context, Parameters given) {
        Beginning beginning = Beginning.of(context, name(), given).reaching(WantedLevel.of(context.pool(), given));
        migrate(beginning);
        Optional<Account> account = new PasswordCheck(context).mayBegin(beginning.typed());
        List<String> available = factors.available(context.pool(), account);
        String preferred = given.optional("PREFERRED_CHALLENGE");
        return preferred != null && available.contains(preferred)
                ? factors.named(preferred).begin(beginning, course)
                : SelectChallenge.ask(beginning, available);
    }

    /** Who brings a password along may be known elsewhere. */
    private static void migrate(Beginning beginning) {
        String password = beginning.given().optional("PASSWORD");
        if (password != null && beginning.account().isEmpty()) {
            Migration.ofSignIn(beginning.context(), beginning.typed(), password);
        }
    }
}
