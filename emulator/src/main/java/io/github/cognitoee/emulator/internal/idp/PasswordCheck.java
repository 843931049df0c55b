package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.Authentication;

/**
 * Who signs in by a password.
 *
 * @param hidden whether nobody must learn who has an account
 */
record PasswordCheck(ClientContext context, boolean hidden) {

    /** As the client wants it. */
    PasswordCheck(ClientContext context) {
        this(context, context.settings().hidesUserExistence());
    }

    /**
     * The user, who may still have to set another password.
     *
     * @throws Refusal if the password is wrong, or the user must not sign in
     */
    Account signIn(String username, String password) {
        Pool pool = context.pool();
        Account account = context.find(username)
                .or(() -> Migration.ofSignIn(context, username, password))
                .orElseThrow(() -> unknown(username));
        new Authentication(context.moment()).before(account, hidden);
        pool.lockout().check(account.username());
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        if (isImportedWithoutPassword(account)) {
            throw hidden ? wrong() : resetRequired();
        }
        if (!pool.accepts(account, password)) {
            pool.lockout().failed(account.username());
            throw wrong();
        }
        pool.lockout().succeeded(account.username());
        checkState(pool, account);
        return account;
    }

    private static void checkState(Pool pool, Account account) {
        switch (account.status()) {
            case RESET_REQUIRED -> throw resetRequired();
            case UNCONFIRMED -> throw ErrorType.USER_NOT_CONFIRMED.because("User is not confirmed.");
            case FORCE_CHANGE_PASSWORD -> checkTemporaryPassword(pool, account);
            case EXTERNAL_PROVIDER -> throw wrong();
            case CONFIRMED -> {}
        }
    }

    private static void checkTemporaryPassword(Pool pool, Account account) {
        if (pool.isTemporaryPasswordOver(account)) {
            throw ErrorType.NOT_AUTHORIZED.because(
                    "Temporary password has expired and must be reset by an administrator.");
        }
    }

    private static boolean isImportedWithoutPassword(Account account) {
        return account.status() == UserStatus.RESET_REQUIRED && !account.hasPassword();
    }

    private Refusal unknown(String username) {
        if (hidden) {
            new Authentication(context.moment()).beforeUnknown(username);
        }
        return hidden ? wrong() : ErrorType.USER_NOT_FOUND.because("User does not exist.");
    }

    private static Refusal wrong() {
        return ErrorType.NOT_AUTHORIZED.because("Incorrect username or password.");
    }

    private static Refusal resetRequired() {
        return ErrorType.PASSWORD_RESET_REQUIRED.because("Password reset required for the user");
    }
}
