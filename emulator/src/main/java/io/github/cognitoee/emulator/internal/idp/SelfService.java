package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Mail.Postbox;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people do for themselves at the pages, by the rules that hold for the operations too. What is not in order is told as
 * {@link io.github.cognitoee.emulator.internal.json.Refusal}.
 */
public final class SelfService {

    private final Registration registration;
    private final Recovery recovery;
    private final SecondFactors factors;

    public SelfService(Postbox postbox) {
        CodeDelivery delivery = new CodeDelivery(postbox);
        this.registration = new Registration(delivery);
        this.recovery = new Recovery(delivery);
        this.factors = new SecondFactors(delivery);
    }

    /** Where a code was sent, without telling the address. */
    public record Sent(String destination) {

        private static Sent of(Details details) {
            return new Sent(details.destination());
        }
    }

    /** A user who has just registered; nothing is sent where nothing is to be verified. */
    public record Registered(Account account, Optional<Sent> sent) {}

    /** Who signs in with a password; for unknown users it looks like a wrong one. */
    public Account signIn(Pool pool, AppClient client, String username, String password) {
        Account account = new PasswordCheck(new ClientContext(pool, client), true).signIn(username, password);
        new Judgement(pool).needsSecondFactor(account);
        return account;
    }

    public Registered signUp(
            Pool pool, AppClient client, String username, String password, Map<String, String> attributes) {
        Registration.Registered registered = registration.signUp(
                new ClientContext(pool, client), username, password, new Registration.Wanted(attributes, Map.of()));
        return new Registered(registered.account(), registered.sent().map(Sent::of));
    }

    /** The user who has proved by a code that his contact is his. */
    public Account confirm(Pool pool, AppClient client, String username, String code) {
        return registration.confirm(new ClientContext(pool, client), username, code, false);
    }

    public Sent resend(Pool pool, AppClient client, String username) {
        return Sent.of(registration.resend(new ClientContext(pool, client), username));
    }

    /** Sends a code to replace a forgotten password. For users whom no code can reach it looks the same. */
    public Sent forgot(Pool pool, AppClient client, String username) {
        try {
            return Sent.of(recovery.forgot(new ClientContext(pool, client), username, true));
        } catch (Refusal refusal) {
            if (refusal.type() == ErrorType.LIMIT_EXCEEDED || refusal.type() == ErrorType.USER_LAMBDA_VALIDATION) {
                throw refusal;
            }
            return Sent.of(Details.simulated(username));
        }
    }

    public void reset(Pool pool, AppClient client, String username, String code, String password) {
        recovery.confirm(new ClientContext(pool, client), username, code, password);
    }

    /** The user with another password in place of the temporary one. */
    public Account replaceTemporary(Pool pool, Account account, String password, Map<String, String> attributes) {
        NewPassword replacement = new NewPassword(pool, password, attributes);
        replacement.check(account);
        return replacement.setFor(account);
    }

    /**
     * The factors of which a user needs one besides the password.
     *
     * @param wanted how surely he is to be known; null where that does not matter
     */
    public List<String> factors(Pool pool, Account account, @Nullable Assurance wanted) {
        return SecondFactors.toAsk(pool, account, wanted);
    }

    /** @return where a code was sent; empty where an app shows it */
    public Optional<Sent> begin(Pool pool, AppClient client, Account account, String factor) {
        return factors.begin(Moment.of(pool, client), account, factor).map(Sent::of);
    }

    public void check(Pool pool, Account account, String factor, String code) {
        factors.check(pool, account, factor, code);
    }
}
