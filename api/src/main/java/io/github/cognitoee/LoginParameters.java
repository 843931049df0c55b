package io.github.cognitoee;

import jakarta.security.enterprise.credential.Credential;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

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
 *             .credential(LoginParameters.none().identityProvider("Google").returnTo("/albums")));
 * }
 * }</pre>
 *
 * <p>For whoever is not signed in: some servers ask no mechanism about a caller that they know. The browser is sent to managed
 * login, and then to {@link #returnTo(String)}: the page that called {@code authenticate} would send it there again. Immutable;
 * each method returns another one. Empty values are left out; managed login ignores or refuses what it does not know.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: authorize
 *     endpoint</a>
 */
public final class LoginParameters implements Credential {

    private static final Pattern PATH = Pattern.compile("/(?:[\\w.~!$&'()*+,;=:@%?-][\\w.~!$&'()*+,;=:@%/?-]*)?");

    private static final LoginParameters NONE = new LoginParameters(Map.of(), "/");

    private final Map<String, String> values;
    private final String returnTo;

    private LoginParameters(Map<String, String> values, String returnTo) {
        this.values = Map.copyOf(values);
        this.returnTo = returnTo;
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

    /** {@code login}, {@code select_account} or {@code consent}, or several with blanks between them. */
    public LoginParameters prompt(String prompt) {
        return with("prompt", prompt);
    }

    /** Levels of assurance to reach, with blanks between them; see {@link RequiresAssurance}, which enforces one. */
    public LoginParameters acrValues(String levels) {
        return with("acr_values", levels);
    }

    /**
     * How long ago the sign-in may have been. Who comes back with an older one is not signed in.
     *
     * @throws IllegalArgumentException when it is not a time of whole seconds, one at least
     */
    public LoginParameters maxAge(Duration age) {
        if (age.compareTo(Duration.ZERO) <= 0 || !age.equals(age.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("maxAge is " + age + ", expected a time of whole seconds, one at least");
        }
        return with("max_age", Long.toString(age.toSeconds()));
    }

    /** The URL of the resource that access tokens are for (RFC 8707). */
    public LoginParameters resource(String url) {
        return with("resource", url);
    }

    /**
     * Where to go in the end: a path of the application behind its context path, with or without a query; {@code /}, the
     * default, for its first page.
     *
     * @throws IllegalArgumentException when it is no such path
     */
    public LoginParameters returnTo(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("returnTo is no path of the application, such as /albums?page=2");
        }
        return new LoginParameters(values, path);
    }

    private LoginParameters with(String name, String value) {
        if (Objects.requireNonNull(value, name).isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new LoginParameters(more, returnTo);
    }

    /** Where to go in the end. */
    public String returnTo() {
        return returnTo;
    }

    /** What goes to the authorize endpoint, by the names that it has for them; unmodifiable. */
    public Map<String, String> asMap() {
        return values;
    }

    /** The names alone: a hint may be somebody's address. */
    @Override
    public String toString() {
        return "LoginParameters" + values.keySet();
    }
}
