package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.CodeDelivery.Details;
import io.github.cognitoee.emulator.internal.idp.SignInOperations.AnalyticsMetadata;
import io.github.cognitoee.emulator.internal.idp.SignInOperations.UserContextData;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Attribute;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users who register themselves. */
final class RegistrationOperations {

    private final Directory directory;
    private final CodeDelivery delivery;

    RegistrationOperations(Directory directory, CodeDelivery delivery) {
        this.directory = directory;
        this.delivery = delivery;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.open(SignUp.class, this::signUp)
                        .refusing(ErrorType.USERNAME_EXISTS, ErrorType.INVALID_PASSWORD),
                Operation.open(ConfirmSignUp.class, this::confirm)
                        .refusing(
                                ErrorType.USER_NOT_FOUND,
                                ErrorType.CODE_MISMATCH,
                                ErrorType.EXPIRED_CODE,
                                ErrorType.ALIAS_EXISTS,
                                ErrorType.LIMIT_EXCEEDED),
                Operation.open(ResendConfirmationCode.class, this::resend)
                        .refusing(ErrorType.USER_NOT_FOUND, ErrorType.LIMIT_EXCEEDED));
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
        ClientContext context =
                ClientContext.of(directory, request.clientId(), request.secretHash(), request.username());
        Pool pool = context.pool();
        if (!pool.allowsSignUp()) {
            throw ErrorType.NOT_AUTHORIZED.because("SignUp is not permitted for this user pool");
        }
        if (request.password() == null) {
            throw ErrorType.INVALID_PARAMETER.because("The emulator has no users without a password.");
        }
        Map<String, String> attributes = Attribute.mapOf(request.userAttributes());
        checkWritable(context, attributes);
        pool.checkPassword(request.password());
        pool.schema().checkComplete(UserAdministration.withTyped(pool, request.username(), attributes));
        Account account = pool.register(request.username(), attributes, UserStatus.UNCONFIRMED);
        pool.setPassword(account.username(), request.password(), UserStatus.UNCONFIRMED);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("UserConfirmed", false);
        answer.put("UserSub", account.sub());
        delivery.confirmSignUp(pool, account).ifPresent(details -> answer.put("CodeDeliveryDetails", details));
        return answer;
    }

    private static void checkWritable(ClientContext context, Map<String, String> attributes) {
        attributes.keySet().stream()
                .filter(name -> !context.settings().writes(name) || name.endsWith("_verified"))
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.NOT_AUTHORIZED.because("A client attempted to write unauthorized attribute");
                });
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
        ClientContext context =
                ClientContext.of(directory, request.clientId(), request.secretHash(), request.username());
        Pool pool = context.pool();
        Account account = context.holderOfCode(request.username());
        pool.limits().count(Limited.CONFIRM_SIGN_UP, account.username());
        if (account.status() != UserStatus.UNCONFIRMED) {
            throw ErrorType.NOT_AUTHORIZED.because("User cannot be confirmed. Current status is " + account.status());
        }
        String contact = pool.codes().check(account.username(), Kind.SIGN_UP, "", request.confirmationCode());
        Aliases.claim(pool, account, contact, account.attribute(contact), isTrue(request.forceAliasCreation()));
        pool.codes().use(account.username(), Kind.SIGN_UP, "", request.confirmationCode());
        pool.accounts().change(account.username(), user -> user.withAttributes(
                        Map.of(contact + "_verified", "true"), pool.now())
                .withStatus(UserStatus.CONFIRMED, pool.now()));
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
        ClientContext context =
                ClientContext.of(directory, request.clientId(), request.secretHash(), request.username());
        return Map.of(
                "CodeDeliveryDetails",
                context.find(request.username())
                        .map(account -> resent(context.pool(), account))
                        .orElseGet(() -> {
                            if (context.settings().hidesUserExistence()) {
                                return Details.simulated(request.username());
                            }
                            throw ClientContext.unknownUser();
                        }));
    }

    private Details resent(Pool pool, Account account) {
        if (account.status() != UserStatus.UNCONFIRMED) {
            throw ErrorType.INVALID_PARAMETER.because("User is already confirmed.");
        }
        pool.limits().count(Limited.RESEND_CODE, account.username());
        return delivery.confirmSignUp(pool, account)
                .orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("Auto verification not turned on."));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
