package io.github.cognitoee.emulator.internal.oauth;

/** A request to an OAuth endpoint is refused with an error of RFC 6749, section 5.2. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OAuthError(String error) {
        super(error, null, false, false);
    }

    static OAuthError invalidRequest() {
        return new OAuthError("invalid_request");
    }

    static OAuthError invalidClient() {
        return new OAuthError("invalid_client");
    }

    static OAuthError invalidGrant() {
        return new OAuthError("invalid_grant");
    }

    static OAuthError invalidScope() {
        return new OAuthError("invalid_scope");
    }

    static OAuthError unauthorizedClient() {
        return new OAuthError("unauthorized_client");
    }

    static OAuthError unsupportedGrantType() {
        return new OAuthError("unsupported_grant_type");
    }

    String error() {
        return String.valueOf(getMessage());
    }
}
