package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.idp.SignInOperations.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.SignInOperations.UserContextData;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Codes.Kind;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.HourlyLimits.Limited;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.Code;
import io.github.cognitoee.emulator.internal.pool.Names.Password;
import io.github.cognitoee.emulator.internal.pool.Names.SecretHash;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forgotten passwords. */
final class RecoveryOperations {

    private final Directory directory;
    private final CodeDelivery delivery;

    RecoveryOperations(Directory directory, CodeDelivery delivery) {
        this.directory = directory;
        this.delivery = delivery;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(ForgotPassword.class, this::forgot)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED),
                Operation.open(ConfirmForgotPassword.class, this::confirm)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.USER_NOT_CONFIRMED,
                                ErrorType.CODE_MISMATCH,
                                ErrorType.EXPIRED_CODE,
                                ErrorType.INVALID_PASSWORD,
                                ErrorType.PASSWORD_HISTORY,
                                ErrorType.LIMIT_EXCEEDED));
    }

    record ForgotPassword(
            @ClientId String clientId,
            @Nullable @SecretHash String secretHash,
            @Nullable UserContextData userContextData,
            @Username String username,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "ForgotPassword";
        }
    }

    private Object forgot(ForgotPassword request) {
        ClientContext context =
                ClientContext.of(directory, request.clientId(), request.secretHash(), request.username());
        Optional<Account> account = context.find(request.username());
        return Map.of(
                "CodeDeliveryDetails",
                context.settings().hidesUserExistence()
                        ? hidden(context.pool(), account, request.username())
                        : told(context.pool(), account.orElseThrow(ClientContext::unknownUser)));
    }

    /** Users who are unknown, disabled or out of reach look like any other. */
    private Details hidden(Pool pool, Optional<Account> account, String typed) {
        boolean reachable = account.filter(
                        user -> user.enabled() && (user.isVerified("email") || user.isVerified("phone_number")))
                .isPresent();
        return reachable ? told(pool, account.get()) : Details.simulated(typed);
    }

    private Details told(Pool pool, Account account) {
        pool.limits().count(Limited.PASSWORD_RECOVERY, account.username());
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        if (account.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            throw ErrorType.NOT_AUTHORIZED.because("User password cannot be reset in the current state.");
        }
        return delivery.recover(pool, account);
    }

    record ConfirmForgotPassword(
            @ClientId String clientId,
            @Nullable @SecretHash String secretHash,
            @Username String username,
            @Code String confirmationCode,
            @Password String password,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable UserContextData userContextData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "ConfirmForgotPassword";
        }
    }

    private Object confirm(ConfirmForgotPassword request) {
        ClientContext context =
                ClientContext.of(directory, request.clientId(), request.secretHash(), request.username());
        Pool pool = context.pool();
        Account account = context.holderOfCode(request.username());
        pool.limits().count(Limited.PASSWORD_RECOVERY, account.username());
        if (account.status() == UserStatus.UNCONFIRMED) {
            throw ErrorType.USER_NOT_CONFIRMED.because("User is not confirmed.");
        }
        pool.codes().check(account.username(), Kind.FORGOT_PASSWORD, "", request.confirmationCode());
        pool.setPassword(account.username(), request.password(), UserStatus.CONFIRMED);
        pool.codes().use(account.username(), Kind.FORGOT_PASSWORD, "", request.confirmationCode());
        pool.lockout().succeeded(account.username());
        return Nothing.TO_TELL;
    }
}
