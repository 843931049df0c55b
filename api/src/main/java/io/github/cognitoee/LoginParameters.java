package io.github.cognitoee;

import jakarta.security.enterprise.credential.Credential;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one visit to managed login is to be like, where it differs from what {@link ManagedLogin} says for all: a button
 * "Sign in with Google", an e-mail address that is known already. Passed to Jakarta Security's {@code authenticate}:
 *
 * <pre>{@code
 * @Inject
 * SecurityContext security;
 *
 * void signIn(HttpServletRequest request, HttpServletResponse response) {
 *     security.authenticate(request, response, AuthenticationParameters.withParams()
 *             .newAuthentication(true)
 *             .credential(LoginParameters.none().identityProvider("Google")));
 * }
 * }</pre>
 *
 * <p>The browser is sent to managed login, and comes back to the page that called {@code authenticate}. Immutable; each
 * method returns another one. No values are checked here: managed login ignores or refuses what it does not know.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: authorize
 *     endpoint</a>
 */
public final class LoginParameters implements Credential {

    private static final LoginParameters NONE = new LoginParameters(Map.of());

    private final Map<String, String> values;

    private LoginParameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** As {@link ManagedLogin} says. */
    public static LoginParameters none() {
        return NONE;
    }

    /** Goes to this identity provider at once, such as {@code Google}; {@code COGNITO} for the user pool itself. */
    public LoginParameters identityProvider(String name) {
        return with("identity_provider", name);
    }

    /** The same, by one of the identifiers that the user pool has for the provider, such as an e-mail domain. */
    public LoginParameters idpIdentifier(String identifier) {
        return with("idp_identifier", identifier);
    }

    /** The user name, or what else people sign in with, for the form that asks for it. */
    public LoginParameters loginHint(String hint) {
        return with("login_hint", hint);
    }

    /** The language of the pages, such as {@code ko}. */
    public LoginParameters lang(String language) {
        return with("lang", language);
    }

    /** {@code login}, {@code select_account} or {@code consent}, or several with blanks between them; {@code none}. */
    public LoginParameters prompt(String prompt) {
        return with("prompt", prompt);
    }

    /** Levels of assurance to reach, with blanks between them; see {@link RequiresAssurance}, which enforces one. */
    public LoginParameters acrValues(String levels) {
        return with("acr_values", levels);
    }

    /**
     * How long ago the sign-in may have been, in whole seconds. Who comes back with an older one is not signed in.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public LoginParameters maxAge(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("maxAge is " + age + ", expected no time or more");
        }
        return with("max_age", Long.toString(age.toSeconds()));
    }

    /** The URL of the resource that access tokens are for (RFC 8707). */
    public LoginParameters resource(String url) {
        return with("resource", url);
    }

    private LoginParameters with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new LoginParameters(more);
    }

    /** By the names that the authorize endpoint has for them; unmodifiable. */
    public Map<String, String> asMap() {
        return values;
    }

    /** The names alone: a hint may be somebody's address. */
    @Override
    public String toString() {
        return "LoginParameters" + values.keySet();
    }
}
