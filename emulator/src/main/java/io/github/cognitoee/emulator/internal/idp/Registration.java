package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.NewUser;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import io.github.cognitoee.emulator.internal.trigger.Moment;
import io.github.cognitoee.emulator.internal.trigger.PostConfirmation;
import io.github.cognitoee.emulator.internal.trigger.PreSignUp;
import io.github.cognitoee.emulator.internal.trigger.PreSignUp.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How users register themselves, whether by an operation or at a page. */
record Registration(CodeDelivery delivery) {

    /** A new user, and where the code went that confirms him. */
    record Registered(Account account, Optional<Details> sent) {}

    /**
     * What a user tells of himself, besides name and password.
     *
     * @param validationData for functions alone
     */
    record Wanted(Map<String, String> attributes, Map<String, String> validationData) {}

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the pool, the client or the schema do not let him */
    Registered signUp(ClientContext context, String username, String password, Wanted wanted) {
        Pool pool = context.pool();
        if (!pool.allowsSignUp()) {
            throw ErrorType.NOT_AUTHORIZED.because("SignUp is not permitted for this user pool");
        }
        checkWritable(context, wanted.attributes());
        pool.checkPassword(password);
        pool.schema().checkComplete(UserAdministration.withTyped(pool, username, wanted.attributes()));
        NewUser user = pool.newUser(username, wanted.attributes());
        Decision decision =
                new PreSignUp(context.moment()).decide(PreSignUp.Source.SIGN_UP, user, wanted.validationData());
        if (decision.confirmed()) {
            Aliases.claimForNewUser(pool, with(user.attributes(), decision.attributes()), false);
        }
        return registered(context, pool.register(user, UserStatus.UNCONFIRMED), password, decision);
    }

    private Registered registered(ClientContext context, Account account, String password, Decision decision) {
        Pool pool = context.pool();
        UserStatus status = decision.confirmed() ? UserStatus.CONFIRMED : UserStatus.UNCONFIRMED;
        pool.setPassword(account.username(), password, status);
        Account present = pool.accounts()
                .change(account.username(), user -> user.withAttributes(decision.attributes(), pool.now()));
        if (decision.confirmed()) {
            new PostConfirmation(context.moment()).ofSignUp(present);
            return new Registered(present, Optional.empty());
        }
        return new Registered(present, delivery.confirmSignUp(context.moment(), present));
    }

    private static Map<String, String> with(Map<String, String> attributes, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return all;
    }

    private static void checkWritable(ClientContext context, Map<String, String> attributes) {
        attributes.keySet().stream()
                .filter(name -> !context.settings().writes(name) || name.endsWith("_verified"))
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.NOT_AUTHORIZED.because("A client attempted to write unauthorized attribute");
                });
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the code is not good */
    Account confirm(ClientContext context, String username, String code, boolean forceAlias) {
        Pool pool = context.pool();
        Account account = context.holderOfCode(username);
        pool.limits().count(Limited.CONFIRM_SIGN_UP, account.username());
        if (account.status() != UserStatus.UNCONFIRMED) {
            throw ErrorType.NOT_AUTHORIZED.because("User cannot be confirmed. Current status is " + account.status());
        }
        String contact = pool.codes().check(account.username(), Kind.SIGN_UP, "", code);
        Aliases.claim(pool, account, contact, account.attribute(contact), forceAlias);
        pool.codes().use(account.username(), Kind.SIGN_UP, "", code);
        Account confirmed = pool.accounts().change(account.username(), user -> user.withAttributes(
                        Map.of(contact + "_verified", "true"), pool.now())
                .withStatus(UserStatus.CONFIRMED, pool.now()));
        new PostConfirmation(context.moment()).ofSignUp(confirmed);
        return confirmed;
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the user waits for no code */
    Details resend(ClientContext context, String username) {
        return context.find(username)
                .map(account -> resent(context.moment(), account))
                .orElseGet(() -> {
                    if (context.settings().hidesUserExistence()) {
                        return Details.simulated(username);
                    }
                    throw ClientContext.unknownUser();
                });
    }

    private Details resent(Moment moment, Account account) {
        if (account.status() != UserStatus.UNCONFIRMED) {
            throw ErrorType.INVALID_PARAMETER.because("User is already confirmed.");
        }
        moment.pool().limits().count(Limited.RESEND_CODE, account.username());
        return delivery.confirmSignUpAgain(moment, account)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("Auto verification not turned on."));
    }
}
