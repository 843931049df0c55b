package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.userpool.RefusalReason;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

class ServiceErrorTest {

    private static final Set<String> OPERATIONS = Set.of(
            "initiateAuth",
            "respondToAuthChallenge",
            "adminInitiateAuth",
            "adminRespondToAuthChallenge",
            "associateSoftwareToken",
            "verifySoftwareToken",
            "confirmDevice",
            "getTokensFromRefreshToken",
            "revokeToken",
            "globalSignOut");

    /** Every error that the SDK's model of the service has for what the library calls, by its name on the wire. */
    static Set<String> modelledErrors() {
        Set<String> names = new TreeSet<>();
        for (Method method : CognitoIdentityProviderClient.class.getMethods()) {
            if (OPERATIONS.contains(method.getName())) {
                Stream.of(method.getExceptionTypes())
                        .filter(CognitoIdentityProviderException.class::isAssignableFrom)
                        .filter(type -> type != CognitoIdentityProviderException.class)
                        .map(ServiceErrorTest::nameOnTheWire)
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** The SDK writes abbreviations as words. */
    private static String nameOnTheWire(Class<?> type) {
        return type.getSimpleName()
                .replace("EnableSoftwareTokenMfa", "EnableSoftwareTokenMFA")
                .replace("SoftwareTokenMfaNotFound", "SoftwareTokenMFANotFound")
                .replace("MfaMethodNotFound", "MFAMethodNotFound");
    }

    @ParameterizedTest
    @MethodSource("modelledErrors")
    void everyErrorOfTheModelHasOneMeaning(String name) {
        assertThat(ServiceError.isTemporary(name) ^ ServiceError.isReason(name))
                .as(name)
                .isTrue();
    }

    @Test
    void theModelHasErrors() {
        assertThat(modelledErrors()).hasSizeGreaterThan(30).contains("NotAuthorizedException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NotAuthorizedException | Incorrect username or password. | BAD_CREDENTIALS",
                "NotAuthorizedException | User is disabled. | USER_DISABLED",
                "NotAuthorizedException | Password attempts exceeded | TOO_MANY_ATTEMPTS",
                "NotAuthorizedException | Unable to login because of security reasons. | RISK_BLOCKED",
                "NotAuthorizedException | Request not allowed due to security reasons. | RISK_BLOCKED",
                "NotAuthorizedException | Password found to be compromised. | COMPROMISED_CREDENTIALS",
                "NotAuthorizedException | Invalid session for the user. | CHALLENGE_OVER",
                "NotAuthorizedException | Invalid session for the user, session is expired. | CHALLENGE_OVER",
                "NotAuthorizedException | Invalid session for the user, session can only be used once. |"
                        + " CHALLENGE_OVER",
                "NotAuthorizedException | Unable to verify secret hash for client abc | MISCONFIGURED",
                "NotAuthorizedException | Client abc is configured with secret but SECRET_HASH was not received"
                        + " | MISCONFIGURED",
                "NotAuthorizedException | Temporary password has expired and must be reset by an administrator."
                        + " | PASSWORD_RESET_REQUIRED",
                "NotAuthorizedException | Refresh Token has been revoked | SESSION_ENDED",
                "NotAuthorizedException | Invalid Refresh Token | SESSION_ENDED",
                "NotAuthorizedException | Access Token has expired | SESSION_ENDED",
                "NotAuthorizedException | Access Token does not have required scopes | MISCONFIGURED",
                "NotAuthorizedException | what nobody has seen yet | BAD_CREDENTIALS",
                "UserNotFoundException | User does not exist. | BAD_CREDENTIALS",
                "UserNotConfirmedException | User is not confirmed. | USER_NOT_CONFIRMED",
                "PasswordResetRequiredException | Password reset required for the user | PASSWORD_RESET_REQUIRED",
                "CodeMismatchException | Invalid verification code provided, please try again. | WRONG_CODE",
                "EnableSoftwareTokenMFAException | Code mismatch | WRONG_CODE",
                "ExpiredCodeException | Invalid code provided, please request a code again. | CODE_EXPIRED",
                "InvalidPasswordException | Password did not conform with policy: too short | PASSWORD_TOO_WEAK",
                "PasswordHistoryPolicyViolationException | used before | PASSWORD_USED_BEFORE",
                "InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client | MISCONFIGURED",
                "InvalidParameterException | Missing required parameter USERNAME | INVALID_INPUT",
                "LimitExceededException | Attempt limit exceeded, please try after some time. | TOO_MANY_ATTEMPTS",
                "ResourceNotFoundException | User pool client abc does not exist. | MISCONFIGURED",
                "UserLambdaValidationException | PreAuthentication failed with error not today. | REFUSED_BY_POOL",
                "InvalidLambdaResponseException | Unrecognizable lambda output | MISCONFIGURED",
                "ForbiddenException | Request not allowed due to WAF block. | REFUSED_BY_POOL",
                "RefreshTokenReuseException | Refresh token reuse detected | SESSION_ENDED",
                "AccessDeniedException | User: arn is not authorized to perform: cognito-idp:AdminInitiateAuth |"
                        + " MISCONFIGURED",
                "WhatComesNextException | unknown | REFUSED_BY_POOL",
            })
    void anErrorIsOneReason(String code, String message, RefusalReason reason) {
        assertThat(new ServiceError("RespondToAuthChallenge", code, message, 400).reason())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 400",
        "TooManyRequestsException, 429",
        "ThrottlingException, 400",
        "InternalErrorException, 500",
        "UnexpectedLambdaException, 400",
        "NotAuthorizedException, 503",
        "'', 403",
    })
    void whatIsNobodysFaultIsNoRefusal(String code, int status) {
        ServiceError error = new ServiceError("InitiateAuth", code, "Rate exceeded", status);

        assertThat(error.reason()).isEqualTo(Optional.empty());
        assertThat(error.exception()).isInstanceOf(CognitoUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InitiateAuth", "AdminInitiateAuth"})
    void aPasswordThatIsInvalidAtTheBeginningIsNoNewOne(String operation) {
        assertThat(new ServiceError(operation, "InvalidPasswordException", "Invalid password", 400).reason())
                .contains(RefusalReason.BAD_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unsupported", "UnknownOperationException", "UnsupportedOperationException"})
    void anOperationThatIsNotKnownIsAMisconfigurationWhateverTheStatus(String code) {
        assertThat(new ServiceError("GetTokensFromRefreshToken", code, "", 500).reason())
                .contains(RefusalReason.MISCONFIGURED);
    }

    @Test
    void whatTheServiceSaidIsTheDetail() {
        CognitoException exception =
                new ServiceError("InitiateAuth", "NotAuthorizedException", "User is disabled.", 400).exception();

        assertThat(exception)
                .hasMessage("InitiateAuth: NotAuthorizedException: User is disabled.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 validation error detected: Value 's3cr3t' at 'password' failed to satisfy constraint",
                "1 validation error detected: Value 's3\n'cr3t' at 'session' failed to satisfy constraint",
            })
    void whatWasSentIsNotInTheDetail(String message) {
        CognitoException exception =
                new ServiceError("InitiateAuth", "InvalidParameterException", message, 400).exception();

        assertThat(exception).hasMessageContaining("Value at '").hasMessageNotContainingAny("s3", "cr3t", "\n");
    }

    @Test
    void tokensAreNotInTheDetailAndNoDetailIsLong() {
        String message = "eyJraWQi.eyJzdWIi.c2ln " + "x".repeat(1_000);

        assertThat(new ServiceError("GetUser", "NotAuthorizedException", message, 400).exception())
                .hasMessageContaining("(token)")
                .hasMessageNotContaining("eyJ")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(310));
    }
}
