package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.BasicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.OtherMechanism;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.Verification;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a request is answered that is not let in: a status and the headers of RFC 6750 section 3, or RFC 7617 section 2. The
 * one place where these are worded.
 *
 * @param status 400, 401, 403, 429, 500 or 503
 * @param headers {@code WWW-Authenticate} or {@code Retry-After}; none for a plain 403
 * @param alternative a second {@code WWW-Authenticate}, on a line of its own: browsers read one scheme of each
 */
public record Challenge(int status, Map<String, String> headers, Optional<String> alternative) {

    private static final String BARE = "Bearer realm=\"cognito\"";

    /** Nobody is signed in, and somebody has to be: the bare challenge, without an error. */
    public static final Challenge SIGN_IN = new Challenge(401, Map.of("WWW-Authenticate", BARE));

    /** Somebody is signed in, and it is not enough. */
    public static final Challenge FORBIDDEN = new Challenge(403, Map.of());

    /** The token is not good, for a reason that is not told. */
    static final Challenge INVALID_TOKEN = error(401, "invalid_token", "The token is not valid");

    /** The password was not looked at: Cognito lets nobody try this name now. A second is the shortest time of that. */
    static final Challenge TOO_MANY_ATTEMPTS = new Challenge(429, Map.of("Retry-After", "1"));

    /** The password was not looked at: the user pool is not set up for it. */
    static final Challenge MISCONFIGURED = new Challenge(500, Map.of());

    public Challenge {
        headers = Map.copyOf(headers);
    }

    /** Without an alternative. */
    public Challenge(int status, Map<String, String> headers) {
        this(status, headers, Optional.empty());
    }

    /** Nobody is signed in, and somebody has to be, in one of the ways that the application accepts. */
    public static Challenge signIn(CognitoSettings settings) {
        return settings.otherMechanism()
                .map(Challenge::of)
                .or(() -> settings.basic()
                        .map(basic -> settings.acceptsBearer()
                                ? new Challenge(401, SIGN_IN.headers(), Optional.of(basic(basic)))
                                : password(basic)))
                .orElse(SIGN_IN);
    }

    /** The name and the password are not good, for a reason that is not told. */
    static Challenge password(BasicConfig config) {
        return new Challenge(401, Map.of("WWW-Authenticate", basic(config)));
    }

    /** They are, and Cognito wants more of this user. */
    static Challenge moreThanPassword(BasicConfig config) {
        return new Challenge(
                401,
                Map.of(
                        "WWW-Authenticate",
                        basic(config)
                                + ", error=\"interaction_required\", error_description=\"More than a password is due\""));
    }

    static Challenge malformedBasic(BasicConfig config) {
        return new Challenge(400, Map.of("WWW-Authenticate", basic(config)));
    }

    private static String basic(BasicConfig config) {
        return "Basic realm=\"" + config.realm() + "\", charset=\"UTF-8\"";
    }

    /** Nobody is signed in, and another's mechanism would do it: in its words where they are known, else in none that browsers know. */
    private static Challenge of(OtherMechanism other) {
        return new Challenge(
                401,
                Map.of(
                        "WWW-Authenticate",
                        other.basicRealm()
                                .map(realm -> "Basic realm=\"" + quoted(realm) + "\"")
                                .orElse("Login realm=\"cognito\"")));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The same, telling where the metadata of the protected resource are (RFC 9728 section 5.1), if it has any. */
    public Challenge pointingTo(Optional<ProtectedResource> resource) {
        String bearer = headers.get("WWW-Authenticate");
        return resource.isEmpty() || bearer == null || !bearer.startsWith(BARE)
                ? this
                : new Challenge(
                        status,
                        Map.of(
                                "WWW-Authenticate",
                                bearer + ", resource_metadata=\""
                                        + resource.get().metadata() + "\""),
                        alternative);
    }

    static Challenge malformedRequest(String reason) {
        return error(400, "invalid_request", reason);
    }

    /** The token is good, and its client was not given all of these scopes. */
    public static Challenge insufficientScope(Collection<String> required) {
        String scopes = String.join(" ", new TreeSet<>(required));
        return new Challenge(
                403, Map.of("WWW-Authenticate", BARE + ", error=\"insufficient_scope\", scope=\"" + scopes + "\""));
    }

    /**
     * The caller is to sign in anew (RFC 9470 section 3).
     *
     * @param maxAge how long ago the sign-in may have been
     * @param assurance the level that it must reach
     */
    public static Challenge insufficientAuthentication(Optional<Duration> maxAge, Optional<String> assurance) {
        String description = maxAge.isPresent()
                ? "A more recent authentication is required"
                : "A different authentication level is required";
        return new Challenge(
                401,
                Map.of(
                        "WWW-Authenticate",
                        BARE + ", error=\"insufficient_user_authentication\", error_description=\"" + description + "\""
                                + maxAge.map(age -> ", max_age=\"" + age.toSeconds() + "\"")
                                        .orElse("")
                                + assurance
                                        .map(level -> ", acr_values=\"" + level + "\"")
                                        .orElse("")));
    }

    /** @param config says what would have been accepted */
    static Challenge rejected(Verification.Rejected rejected, VerificationConfig config) {
        if (rejected.reason() == RejectionReason.SCOPE) {
            return insufficientScope(config.requiredScopes());
        }
        return rejected.reason() == RejectionReason.GROUP
                ? FORBIDDEN
                : error(401, "invalid_token", description(rejected.reason(), config));
    }

    public static Challenge unavailable(Duration retryAfter) {
        long seconds = retryAfter.plusMillis(999).toSeconds(); // who obeys is not to come back too early
        return new Challenge(503, Map.of("Retry-After", Long.toString(Math.max(1, seconds))));
    }

    private static Challenge error(int status, String error, String description) {
        return new Challenge(
                status,
                Map.of(
                        "WWW-Authenticate",
                        BARE + ", error=\"" + error + "\", error_description=\"" + description + "\""));
    }

    /** Enough for an honest client to mend its call, and nothing that helps to forge a token. */
    private static String description(RejectionReason reason, VerificationConfig config) {
        return switch (reason) {
            case EXPIRED -> "The token has expired";
            case NOT_YET_VALID, ISSUED_IN_FUTURE -> "The token is not valid yet";
            case TOKEN_USE -> switch (config.bearerTokens()) {
                case ACCESS -> "An access token is expected here";
                case ID -> "An ID token is expected here";
                case ANY -> "An access token or an ID token is expected here";
            };
            case CLIENT -> "The token was issued to another app client";
            case ISSUER -> "The token was issued by another issuer";
            default -> "The token is not valid";
        };
    }
}
