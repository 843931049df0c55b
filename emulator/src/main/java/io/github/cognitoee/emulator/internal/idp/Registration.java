package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.Map;
import java.util.Optional;

/** How users register themselves, whether by an operation or at a page. */
record Registration(CodeDelivery delivery) {

    /** A new user, and where the code went that confirms him. */
    record Registered(Account account, Optional<Details> sent) {}

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the pool, the client or the schema do not let him */
    Registered signUp(ClientContext context, String username, String password, Map<String, String> attributes) {
        Pool pool = context.pool();
        if (!pool.allowsSignUp()) {
            throw ErrorType.NOT_AUTHORIZED.because("SignUp is not permitted for this user pool");
        }
        checkWritable(context, attributes);
        pool.checkPassword(password);
        pool.schema().checkComplete(UserAdministration.withTyped(pool, username, attributes));
        Account account = pool.register(username, attributes, UserStatus.UNCONFIRMED);
        pool.setPassword(account.username(), password, UserStatus.UNCONFIRMED);
        return new Registered(account, delivery.confirmSignUp(pool, account));
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
        return pool.accounts().change(account.username(), user -> user.withAttributes(
                        Map.of(contact + "_verified", "true"), pool.now())
                .withStatus(UserStatus.CONFIRMED, pool.now()));
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the user waits for no code */
    Details resend(ClientContext context, String username) {
        return context.find(username)
                .map(account -> resent(context.pool(), account))
                .orElseGet(() -> {
                    if (context.settings().hidesUserExistence()) {
                        return Details.simulated(username);
                    }
                    throw ClientContext.unknownUser();
                });
    }

    private Details resent(Pool pool, Account account) {
        if (account.status() != UserStatus.UNCONFIRMED) {
            throw ErrorType.INVALID_PARAMETER.because("User is already confirmed.");
        }
        pool.limits().count(Limited.RESEND_CODE, account.username());
        return delivery.confirmSignUp(pool, account)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("Auto verification not turned on."));
    }
}
