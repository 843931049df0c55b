package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CallerContext.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.CallerContext.UserContextData;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Attribute;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Names.ClientId;
import io.github.cognitoee.emulator.internal.pool.Names.Code;
import io.github.cognitoee.emulator.internal.pool.Names.Password;
import io.github.cognitoee.emulator.internal.pool.Names.SecretHash;
import io.github.cognitoee.emulator.internal.pool.Names.Username;
import io.github.cognitoee.emulator.internal.pool.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users who register themselves. */
final class RegistrationOperations {

    private final Directory directory;
    private final Registration registration;

    RegistrationOperations(Directory directory, CodeDelivery delivery) {
        this.directory = directory;
        this.registration = new Registration(delivery);
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(SignUp.class, this::signUp)
                        .refusing(ErrorType.USERNAME_EXISTS, ErrorType.INVALID_PASSWORD)
                        .triggering(),
                Operation.open(ConfirmSignUp.class, this::confirm)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.CODE_MISMATCH,
                                ErrorType.EXPIRED_CODE,
                                ErrorType.ALIAS_EXISTS,
                                ErrorType.LIMIT_EXCEEDED)
                        .triggering(),
                Operation.open(ResendConfirmationCode.class, this::resend)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED)
                        .triggering());
    }

    record SignUp(
            @ClientId String clientId,
            @Nullable @SecretHash String secretHash,
            @Username String username,
            @Nullable @Password String password,
            @Nullable List<Attribute> userAttributes,
            @Nullable List<Attribute> validationData,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable UserContextData userContextData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "SignUp";
        }
    }

    private Object signUp(SignUp request) {
        ClientContext context = ClientContext.of(
                        directory, request.clientId(), request.secretHash(), request.username())
                .withMetadata(request.clientMetadata());
        if (request.password() == null) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator has no users without a password.");
        }
        Registration.Registered registered = registration.signUp(
                context,
                request.username(),
                request.password(),
                new Registration.Wanted(
                        Attribute.mapOf(request.userAttributes()), Attribute.mapOf(request.validationData())));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("UserConfirmed", registered.account().status() == UserStatus.CONFIRMED);
        answer.put("UserSub", registered.account().sub());
        registered.sent().ifPresent(details -> answer.put("CodeDeliveryDetails", details));
        return answer;
    }

    record ConfirmSignUp(
            @ClientId String clientId,
            @Nullable @SecretHash String secretHash,
            @Username String username,
            @Code String confirmationCode,
            @Nullable Boolean forceAliasCreation,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable UserContextData userContextData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "ConfirmSignUp";
        }
    }

    private Object confirm(ConfirmSignUp request) {
        ClientContext context = ClientContext.of(
                        directory, request.clientId(), request.secretHash(), request.username())
                .withMetadata(request.clientMetadata());
        registration.confirm(
                context,
                request.username(),
                request.confirmationCode(),
                Boolean.TRUE.equals(request.forceAliasCreation()));
        return Nothing.TO_TELL;
    }

    record ResendConfirmationCode(
            @ClientId String clientId,
            @Nullable @SecretHash String secretHash,
            @Nullable UserContextData userContextData,
            @Username String username,
            @Nullable AnalyticsMetadata analyticsMetadata,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "ResendConfirmationCode";
        }
    }

    private Object resend(ResendConfirmationCode request) {
        ClientContext context = ClientContext.of(
                        directory, request.clientId(), request.secretHash(), request.username())
                .withMetadata(request.clientMetadata());
        return Map.of("CodeDeliveryDetails", registration.resend(context, request.username()));
    }
}
