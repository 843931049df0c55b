package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CallerContext.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.CallerContext.UserContextData;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.Code;
import io.github.cognitoee.emulator.internal.pool.Names.Password;
import io.github.cognitoee.emulator.internal.pool.Names.SecretHash;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forgotten passwords. */
final class RecoveryOperations {

    private final Directory directory;
    private final Recovery recovery;

    RecoveryOperations(Directory directory, CodeDelivery delivery) {
        this.directory = directory;
        this.recovery = new Recovery(delivery);
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(ForgotPassword.class, this::forgot)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED)
                        .triggering(),
                Operation.open(ConfirmForgotPassword.class, this::confirm)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.USER_NOT_CONFIRMED,
                                ErrorType.CODE_MISMATCH,
                                ErrorType.EXPIRED_CODE,
                                ErrorType.INVALID_PASSWORD,
                                ErrorType.PASSWORD_HISTORY,
                                ErrorType.LIMIT_EXCEEDED)
                        .triggering());
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
        ClientContext context = ClientContext.of(
                        directory, request.clientId(), request.secretHash(), request.username())
                .withMetadata(request.clientMetadata());
        return Map.of(
                "CodeDeliveryDetails",
                recovery.forgot(context, request.username(), context.settings().hidesUserExistence()));
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
        ClientContext context = ClientContext.of(
                        directory, request.clientId(), request.secretHash(), request.username())
                .withMetadata(request.clientMetadata());
        recovery.confirm(context, request.username(), request.confirmationCode(), request.password());
        return Nothing.TO_TELL;
    }
}
