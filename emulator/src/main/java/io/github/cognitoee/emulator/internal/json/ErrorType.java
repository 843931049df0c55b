package io.github.cognitoee.emulator.internal.json;

import java.util.EnumSet;
import java.util.Set;

/** The errors by which operations refuse a call, under their names in the service model. */
public enum ErrorType {
    ALIAS_EXISTS("AliasExistsException"),
    CODE_MISMATCH("CodeMismatchException"),
    DEVELOPER_USER_ALREADY_REGISTERED("DeveloperUserAlreadyRegisteredException"),
    DEVICE_KEY_EXISTS("DeviceKeyExistsException"),
    DUPLICATE_PROVIDER("DuplicateProviderException"),
    ENABLE_SOFTWARE_TOKEN_MFA("EnableSoftwareTokenMFAException"),
    EXPIRED_CODE("ExpiredCodeException"),
    FEATURE_UNAVAILABLE_IN_TIER("FeatureUnavailableInTierException"),
    GROUP_EXISTS("GroupExistsException"),
    INVALID_IDENTITY_POOL_CONFIGURATION("InvalidIdentityPoolConfigurationException"),
    INVALID_LAMBDA_RESPONSE("InvalidLambdaResponseException"),
    INVALID_OAUTH_FLOW("InvalidOAuthFlowException"),
    INVALID_PARAMETER("InvalidParameterException"),
    INVALID_PASSWORD("InvalidPasswordException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    NOT_AUTHORIZED("NotAuthorizedException"),
    PASSWORD_HISTORY("PasswordHistoryPolicyViolationException"),
    PASSWORD_RESET_REQUIRED("PasswordResetRequiredException"),
    REFRESH_TOKEN_REUSE("RefreshTokenReuseException"),
    RESOURCE_CONFLICT("ResourceConflictException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    SCOPE_DOES_NOT_EXIST("ScopeDoesNotExistException"),
    SOFTWARE_TOKEN_MFA_NOT_FOUND("SoftwareTokenMFANotFoundException"),
    UNAUTHORIZED("UnauthorizedException"),
    UNSUPPORTED_OPERATION("UnsupportedOperationException"),
    UNSUPPORTED_TOKEN_TYPE("UnsupportedTokenTypeException"),
    UNSUPPORTED_USER_STATE("UnsupportedUserStateException"),
    USERNAME_EXISTS("UsernameExistsException"),
    USER_LAMBDA_VALIDATION("UserLambdaValidationException"),
    USER_NOT_CONFIRMED("UserNotConfirmedException"),
    USER_NOT_FOUND("UserNotFoundException"),
    WEBAUTHN_CHALLENGE_NOT_FOUND("WebAuthnChallengeNotFoundException"),
    WEBAUTHN_CLIENT_MISMATCH("WebAuthnClientMismatchException"),
    WEBAUTHN_CONFIGURATION_MISSING("WebAuthnConfigurationMissingException"),
    WEBAUTHN_CREDENTIAL_NOT_SUPPORTED("WebAuthnCredentialNotSupportedException"),
    WEBAUTHN_NOT_ENABLED("WebAuthnNotEnabledException"),
    WEBAUTHN_ORIGIN_NOT_ALLOWED("WebAuthnOriginNotAllowedException"),
    WEBAUTHN_RELYING_PARTY_MISMATCH("WebAuthnRelyingPartyMismatchException"),

    /** Of STS, which has names of another kind. */
    INVALID_IDENTITY_TOKEN("InvalidIdentityToken"),
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument"),
    TRUST_DENIED("AccessDenied"),
    VALIDATION_ERROR("ValidationError"),

    /** Of the protocol, not of an operation. */
    ACCESS_DENIED("AccessDeniedException"),
    EXPIRED_TOKEN("ExpiredTokenException"),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException"),
    INVALID_SIGNATURE("InvalidSignatureException"),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
    SERIALIZATION("SerializationException"),
    UNKNOWN_OPERATION("UnknownOperationException"),
    UNRECOGNIZED_CLIENT("UnrecognizedClientException"),
    VALIDATION("ValidationException");

    /** What any operation may be refused for before it runs. */
    static final Set<ErrorType> OF_PROTOCOL = EnumSet.range(ACCESS_DENIED, VALIDATION);

    private final String wireName;

    ErrorType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The refusal to throw. The message goes to the caller: no secret belongs in it. */
    public Refusal because(String message) {
        return new Refusal(this, message);
    }
}
