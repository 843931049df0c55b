package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Challenge;
import io.github.cognitoee.emulator.internal.pool.Mfa;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.Optional;

/**
 * {@code EMAIL_OTP} and {@code SMS_OTP} in place of a password. Who needs a second factor cannot begin with a message.
 *
 * @param factor the second factor that is sent in the same way
 */
record CodeFirst(String name, String factor, SecondFactors factors) implements FirstFactor {

    @Override
    public boolean isAvailable(Pool pool, Optional<Account> account) {
        return pool.settings().firstFactors().contains(name)
                && !pool.settings().requiresMfa()
                && account.map(user -> canBeSentTo(pool, user)).orElse(true);
    }

    private boolean canBeSentTo(Pool pool, Account account) {
        return account.status() == UserStatus.CONFIRMED
                && account.isVerified(Mfa.contactOf(factor))
                && !account.attribute(Mfa.contactOf(factor)).isEmpty()
                && SecondFactors.of(pool, account).isEmpty();
    }

    /** To an unknown user nothing is sent, but it looks the same. */
    @Override
    public AuthAnswer begin(Beginning beginning, Course course) {
        Details sent = beginning
                .account()
                .flatMap(account -> factors.begin(beginning.context().momentOnTheWay(), account, factor))
                .orElseGet(() -> Details.simulated(beginning.typed(), Mfa.contactOf(factor)));
        String session = beginning.await(name, Challenge.Detail.NONE);
        return AuthAnswer.challenge(name, session, CodeChallenge.delivery(sent));
    }
}
