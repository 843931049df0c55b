package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.Authentication;
import java.util.Optional;

/**
 * Who signs in by a password, whether it is sent or proved.
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
        announce(username, context.find(username).or(() -> Migration.ofSignIn(context, username, password)));
        return verified(username, password);
    }

    /** As {@link #signIn}, of a sign-in that has begun before. */
    Account verified(String username, String password) {
        Account account = context.find(username).orElseThrow(this::unknown);
        lockedOrDisabled(account);
        if (isImportedWithoutPassword(account)) {
            throw hidden ? wrong() : resetRequired();
        }
        if (!context.pool().accepts(account, password)) {
            throw failed(account);
        }
        passed(account);
        return account;
    }

    /**
     * The user who may prove that he knows his password.
     *
     * @return empty where none can, and that is not to be told
     * @throws Refusal if it is to be told, or the user must not try now
     */
    Optional<Account> mayTry(String username) {
        Optional<Account> account = context.find(username);
        account.ifPresent(this::lockedOrDisabled);
        Optional<Account> able = account.filter(Account::hasPassword);
        if (able.isEmpty() && !hidden) {
            throw account.map(PasswordCheck::withoutPassword).orElseGet(PasswordCheck::missing);
        }
        return able;
    }

    /** Tells the function that is called before a sign-in; of users who do not exist only where that is hidden. */
    void announce(String typed, Optional<Account> account) {
        account.ifPresent(user -> new Judgement(context.pool()).beforeFirstFactor(user));
        Authentication authentication = new Authentication(context.moment());
        if (account.isPresent()) {
            authentication.before(account.get(), hidden);
        } else if (hidden) {
            authentication.beforeUnknown(typed);
        }
    }

    /**
     * The user who may begin to sign in, not necessarily by a password.
     *
     * @return empty where there is none, and that is not to be told
     * @throws Refusal if it is to be told, or the user must not sign in
     */
    Optional<Account> mayBegin(String username) {
        Optional<Account> account =
                context.find(username).filter(user -> user.status() != UserStatus.EXTERNAL_PROVIDER);
        announce(username, account);
        if (account.isEmpty() && !hidden) {
            throw unknown();
        }
        account.ifPresent(PasswordCheck::disabled);
        return account;
    }

    private static Refusal withoutPassword(Account account) {
        return isImportedWithoutPassword(account) ? resetRequired() : wrong();
    }

    /** @throws Refusal if the user must not try now */
    void lockedOrDisabled(Account account) {
        context.pool().lockout().check(account.username());
        disabled(account);
    }

    private static void disabled(Account account) {
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
    }

    /** The password was wrong. @return what the caller is told */
    Refusal failed(Account account) {
        context.pool().lockout().failed(account.username());
        return wrong();
    }

    /**
     * The password was right.
     *
     * @throws Refusal if that is not enough
     */
    void passed(Account account) {
        Pool pool = context.pool();
        pool.lockout().succeeded(account.username());
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

    private Refusal unknown() {
        return hidden ? wrong() : missing();
    }

    static Refusal missing() {
        return ErrorType.USER_NOT_FOUND.because("User does not exist.");
    }

    static Refusal wrong() {
        return ErrorType.NOT_AUTHORIZED.because("Incorrect username or password.");
    }

    private static Refusal resetRequired() {
        return ErrorType.PASSWORD_RESET_REQUIRED.because("Password reset required for the user");
    }
}
