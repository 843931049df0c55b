package io.github.cognitoee.emulator.internal.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to an OAuth endpoint is refused with an error of RFC 6749, section 5.2, or of its extensions. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String description;

    private OAuthError(String error) {
        this(error, null);
    }

    private OAuthError(String error, @Nullable String description) {
        super(error, null, false, false);
        this.description = description;
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

    /** Another provider does not do as it should. */
    static OAuthError providerFailed(String description) {
        return new OAuthError("invalid_request", description);
    }

    /** A function that is called on the way failed. */
    static OAuthError functionFailed(String text) {
        return new OAuthError("invalid_request", text);
    }

    /** Nobody is signed in, and nobody may be asked. */
    static OAuthError loginRequired() {
        return new OAuthError("login_required");
    }

    static OAuthError unsupportedTokenType() {
        return new OAuthError("unsupported_token_type");
    }

    static OAuthError unsupportedGrantType() {
        return new OAuthError("unsupported_grant_type");
    }

    /** The address that comes with a code is another than the one that it was sent to. */
    static OAuthError redirectMismatch() {
        return new OAuthError("unauthorized_client", "invalid_redirect");
    }

    String error() {
        return String.valueOf(getMessage());
    }

    /** The members of the error, on the wire. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error());
        if (description != null) {
            body.put("error_description", description);
        }
        return body;
    }
}
