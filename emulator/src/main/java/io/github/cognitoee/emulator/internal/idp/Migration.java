package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.UserMigration;
import io.github.cognitoee.emulator.internal.trigger.UserMigration.Migrated;
import java.util.Optional;

/** Users whom a function knows from elsewhere, and who are here from then on. */
final class Migration {

    private Migration() {}

    /** The user whose password the function has found right, and which is kept whatever the policy says. */
    static Optional<Account> ofSignIn(ClientContext context, String typed, String password) {
        return new UserMigration(context.moment()).ofSignIn(typed, password).map(migrated -> {
            Account account = added(context.pool(), typed, migrated);
            return migrated.status() == UserStatus.CONFIRMED
                    ? context.pool().keepPassword(account.username(), password)
                    : account;
        });
    }

    /** The user who will set another password. */
    static Optional<Account> ofForgottenPassword(ClientContext context, String typed) {
        return new UserMigration(context.moment())
                .ofForgottenPassword(typed)
                .map(migrated -> added(context.pool(), typed, migrated));
    }

    private static Account added(Pool pool, String typed, Migrated migrated) {
        Aliases.claimForNewUser(pool, migrated.attributes(), migrated.forceAlias());
        return pool.register(typed, migrated.attributes(), migrated.status());
    }
}
