package io.github.cognitoee.emulator.internal.trigger;

import io.github.cognitoee.emulator.internal.pool.Account;

/** {@code PostConfirmation}: a user has confirmed himself, or another password. */
public record PostConfirmation(Moment moment) {

    public void ofSignUp(Account account) {
        tell("PostConfirmation_ConfirmSignUp", account);
    }

    public void ofPassword(Account account) {
        tell("PostConfirmation_ConfirmForgotPassword", account);
    }

    private void tell(String source, Account account) {
        moment.call(source, account.username(), moment.withMetadata(moment.requestAbout(account)), Moment.empty());
    }
}
