package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PostConfirmation;
import java.util.Optional;

/** How a forgotten password is replaced, whether by an operation or at a page. */
record Recovery(CodeDelivery delivery) {

    /**
     * Sends a code.
     *
     * @param hidden whether users who are unknown, disabled or out of reach look like any other
     * @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none to send, and that may be told
     */
    Details forgot(ClientContext context, String username, boolean hidden) {
        Optional<Account> account = context.find(username).or(() -> Migration.ofForgottenPassword(context, username));
        boolean reachable = account.filter(
                        user -> user.enabled() && (user.isVerified("email") || user.isVerified("phone_number")))
                .isPresent();
        return hidden && !reachable
                ? Details.simulated(username)
                : told(context.moment(), account.orElseThrow(ClientContext::unknownUser));
    }

    private Details told(Moment moment, Account account) {
        moment.pool().limits().count(Limited.PASSWORD_RECOVERY, account.username());
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        if (account.status() == UserStatus.FORCE_CHANGE_PASSWORD || account.status() == UserStatus.EXTERNAL_PROVIDER) {
            throw ErrorType.NOT_AUTHORIZED.because("User password cannot be reset in the current state.");
        }
        return delivery.recover(moment, account);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the code or the password is not good */
    void confirm(ClientContext context, String username, String code, String password) {
        Pool pool = context.pool();
        Account account = context.holderOfCode(username);
        pool.limits().count(Limited.PASSWORD_RECOVERY, account.username());
        if (account.status() == UserStatus.UNCONFIRMED) {
            throw ErrorType.USER_NOT_CONFIRMED.because("User is not confirmed.");
        }
        pool.codes().check(account.username(), Kind.FORGOT_PASSWORD, "", code);
        Account changed = pool.setPassword(account.username(), password, UserStatus.CONFIRMED);
        pool.codes().use(account.username(), Kind.FORGOT_PASSWORD, "", code);
        pool.lockout().succeeded(account.username());
        new PostConfirmation(context.moment()).ofPassword(changed);
    }
}
