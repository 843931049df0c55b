package io.github.cognitoee.internal.userpool;

import static java.util.Map.entry;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.userpool.RefusalReason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An error that the user pool answered with, and what it means for whoever signs in. The name decides, never the status,
 * which is 400 for nearly all; and for {@code NotAuthorizedException} the message.
 *
 * @param operation that was asked for
 * @param code the error's name; empty where something else than Cognito answered
 * @param message as the service wrote it
 * @param status of HTTP
 */
record ServiceError(String operation, String code, String message, int status) {

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int MAX_DETAIL = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w.=-]*");
    /** A violated constraint is told with the value that violates it. */
    private static final Pattern VALUE = Pattern.compile("Value '.*?' at '", Pattern.DOTALL);

    /** What has nothing to do with who asks: the same request may succeed later. */
    private static final Set<String> TEMPORARY = Set.of(
            "CodeDeliveryFailureException",
            "ConcurrentModificationException",
            "InternalErrorException",
            "InternalFailure",
            "ProvisionedThroughputExceededException",
            "RequestTimeout",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "UnexpectedLambdaException");

    private static final Set<String> UNKNOWN_OPERATION =
            Set.of("UnknownOperationException", "UnsupportedOperationException", "Unsupported");

    private static final Map<String, RefusalReason> REASONS = Map.ofEntries(
            entry("AccessDeniedException", RefusalReason.MISCONFIGURED),
            entry("AliasExistsException", RefusalReason.INVALID_INPUT),
            entry("CodeMismatchException", RefusalReason.WRONG_CODE),
            entry("DeviceKeyExistsException", RefusalReason.INVALID_INPUT),
            entry("EnableSoftwareTokenMFAException", RefusalReason.WRONG_CODE),
            entry("ExpiredCodeException", RefusalReason.CODE_EXPIRED),
            entry("ExpiredTokenException", RefusalReason.MISCONFIGURED),
            entry("FeatureUnavailableInTierException", RefusalReason.MISCONFIGURED),
            entry("ForbiddenException", RefusalReason.REFUSED_BY_POOL),
            entry("IncompleteSignature", RefusalReason.MISCONFIGURED),
            entry("InvalidEmailRoleAccessPolicyException", RefusalReason.MISCONFIGURED),
            entry("InvalidLambdaResponseException", RefusalReason.MISCONFIGURED),
            entry("InvalidParameterException", RefusalReason.INVALID_INPUT),
            entry("InvalidPasswordException", RefusalReason.PASSWORD_TOO_WEAK),
            entry("InvalidSignatureException", RefusalReason.MISCONFIGURED),
            entry("InvalidSmsRoleAccessPolicyException", RefusalReason.MISCONFIGURED),
            entry("InvalidSmsRoleTrustRelationshipException", RefusalReason.MISCONFIGURED),
            entry("InvalidUserPoolConfigurationException", RefusalReason.MISCONFIGURED),
            entry("LimitExceededException", RefusalReason.TOO_MANY_ATTEMPTS),
            entry("MFAMethodNotFoundException", RefusalReason.MISCONFIGURED),
            entry("MissingAuthenticationTokenException", RefusalReason.MISCONFIGURED),
            entry("NotAuthorizedException", RefusalReason.BAD_CREDENTIALS),
            entry("OperationNotEnabledException", RefusalReason.MISCONFIGURED),
            entry("PasswordHistoryPolicyViolationException", RefusalReason.PASSWORD_USED_BEFORE),
            entry("PasswordResetRequiredException", RefusalReason.PASSWORD_RESET_REQUIRED),
            entry("RefreshTokenReuseException", RefusalReason.SESSION_ENDED),
            entry("ResourceNotFoundException", RefusalReason.MISCONFIGURED),
            entry("SoftwareTokenMFANotFoundException", RefusalReason.MISCONFIGURED),
            entry("TooManyFailedAttemptsException", RefusalReason.TOO_MANY_ATTEMPTS),
            entry("UnauthorizedException", RefusalReason.MISCONFIGURED),
            entry("UnrecognizedClientException", RefusalReason.MISCONFIGURED),
            entry("UnsupportedOperationException", RefusalReason.MISCONFIGURED),
            entry("UnsupportedTokenTypeException", RefusalReason.INVALID_INPUT),
            entry("UserLambdaValidationException", RefusalReason.REFUSED_BY_POOL),
            entry("UserNotConfirmedException", RefusalReason.USER_NOT_CONFIRMED),
            entry("UserNotFoundException", RefusalReason.BAD_CREDENTIALS),
            entry("UsernameExistsException", RefusalReason.INVALID_INPUT));

    /** Parts of messages, in lower case, that say more than the error's name; the first that is in a message decides. */
    private static final Map<String, Map<String, RefusalReason>> BY_MESSAGE = Map.of(
            "NotAuthorizedException",
            inOrder(
                    entry("secret hash", RefusalReason.MISCONFIGURED),
                    entry("secret_hash", RefusalReason.MISCONFIGURED),
                    entry("not enabled for this client", RefusalReason.MISCONFIGURED),
                    entry("user is disabled", RefusalReason.USER_DISABLED),
                    entry("password attempts exceeded", RefusalReason.TOO_MANY_ATTEMPTS),
                    entry("compromised", RefusalReason.COMPROMISED_CREDENTIALS),
                    entry("security reasons", RefusalReason.RISK_BLOCKED),
                    entry("must be reset by an administrator", RefusalReason.PASSWORD_RESET_REQUIRED),
                    entry("refresh token", RefusalReason.SESSION_ENDED),
                    entry("required scopes", RefusalReason.MISCONFIGURED), // of an access token that is good
                    entry("access token", RefusalReason.SESSION_ENDED),
                    entry("session", RefusalReason.CHALLENGE_OVER)),
            "InvalidParameterException",
            inOrder(
                    entry("not enabled for this client", RefusalReason.MISCONFIGURED),
                    entry("flow not enabled", RefusalReason.MISCONFIGURED)),
            "InvalidPasswordException",
            inOrder(entry("compromised", RefusalReason.COMPROMISED_CREDENTIALS)),
            "PasswordResetRequiredException",
            inOrder(entry("compromised", RefusalReason.COMPROMISED_CREDENTIALS)));

    @SafeVarargs
    private static Map<String, RefusalReason> inOrder(Map.Entry<String, RefusalReason>... entries) {
        Map<String, RefusalReason> map = new LinkedHashMap<>();
        for (Map.Entry<String, RefusalReason> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    /** What to throw. The exception that it came as quotes the answer whole, and is no cause. */
    CognitoException exception() {
        return reason().<CognitoException>map(reason -> new Refusal(reason, detail(), code))
                .orElseGet(() -> new CognitoUnavailableException(detail(), RETRY_AFTER));
    }

    /** Why the attempt is refused; empty where it is not, but cannot be served now. */
    Optional<RefusalReason> reason() {
        if (isUnknownOperation(code)) {
            return Optional.of(RefusalReason.MISCONFIGURED);
        }
        if (code.isEmpty() || status >= 500 || TEMPORARY.contains(code)) {
            return Optional.empty();
        }
        if (code.equals("InvalidPasswordException") && operation.endsWith("InitiateAuth")) {
            return Optional.of(RefusalReason.BAD_CREDENTIALS); // nobody chose a new one
        }
        String said = message.toLowerCase(Locale.ROOT);
        return Optional.of(BY_MESSAGE.getOrDefault(code, Map.of()).entrySet().stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> REASONS.getOrDefault(code, RefusalReason.REFUSED_BY_POOL)));
    }

    /** Whether who was asked does not know the operation: no Cognito, but a server that stands in for it. */
    static boolean isUnknownOperation(String code) {
        return UNKNOWN_OPERATION.contains(code);
    }

    /** Whether the error says nothing about who asks. */
    static boolean isTemporary(String code) {
        return TEMPORARY.contains(code);
    }

    /** Whether it is known why the error refuses. */
    static boolean isReason(String code) {
        return REASONS.containsKey(code);
    }

    private String detail() {
        String said = operation + ": " + (code.isEmpty() ? "status " + status : code) + ": " + message;
        String line = CONTROL.matcher(
                        VALUE.matcher(TOKEN.matcher(said).replaceAll("(token)")).replaceAll("Value at '"))
                .replaceAll(" ");
        return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) + "..." : line;
    }
}
