package io.github.cognitoee.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.Proof;
import io.github.cognitoee.UserPool;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.SessionConfig;
import io.github.cognitoee.internal.config.SettingsReader;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application at {@code https://photos.example.com/photos} that has people sign in by the app client {@code web}, the
 * user pool's domain that it knows, and its clock.
 */
public final class LoginApplication implements AutoCloseable {

    /** Signs in people, and lets in bearers of tokens. */
    @CognitoAuthenticationMechanismDefinition(
            userPool =
                    @UserPool(
                            id = "eu-west-1_AbCdEfGhI",
                            clientIds = {"web", "mobile"}),
            accepts = {Proof.BEARER, Proof.MANAGED_LOGIN})
    private static class Photos {}

    public final FakeTokenEndpoint cognito = new FakeTokenEndpoint();
    public final MovableClock clock = new MovableClock(TestTokens.NOW);

    /** Where people sign in at a form. */
    public final FakeSignInPool signInPool = new FakeSignInPool(clock);

    /** Told of users who sign out everywhere, where a test has one. */
    Optional<UserPoolApi> userPool = Optional.empty();

    private final Map<String, String> values = new HashMap<>();
    private Optional<CognitoSettings> settings = Optional.empty();
    private Optional<Logins> logins = Optional.empty();

    public LoginApplication() {
        with("cognito.allow-endpoint-override", "true");
        with("cognito.managed-login.endpoint", cognito.address().toString());
        with("cognito.managed-login.client-id", "web");
        with("cognito.sign-in.client-id", "web");
        with("cognito.session.hosts", "photos.example.com");
        with("cognito.session.cookie-keys", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    /** With another setting. */
    public LoginApplication with(String key, String value) {
        values.put(key, value);
        settings = Optional.empty();
        logins = Optional.empty();
        return this;
    }

    public CognitoSettings settings() {
        if (settings.isEmpty()) {
            settings = Optional.of(read());
        }
        return settings.get();
    }

    private CognitoSettings read() {
        return new SettingsReader(List.of(ConfigSource.of("test", values)))
                .read(
                        Photos.class.getName(),
                        Photos.class.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        Optional.empty(),
                        expression -> {
                            throw new AssertionError(expression);
                        });
    }

    SessionConfig config() {
        return settings().sessions().orElseThrow();
    }

    public TokenVerifier verifier() {
        return TestTokens.verifier(settings().verification(), clock);
    }

    /** Where people sign in at managed login, made anew. */
    public ManagedLogin login() {
        return login(verifier());
    }

    /** The same, while the user pool's keys cannot be had. */
    ManagedLogin loginWithoutKeys() {
        return login(TestTokens.verifierWithoutKeys(settings().verification(), clock));
    }

    private ManagedLogin login(TokenVerifier verifier) {
        logins = Optional.of(logins(verifier));
        return logins.get().managed().orElseThrow();
    }

    /** Those that were made last. */
    public Logins logins() {
        if (logins.isEmpty()) {
            logins = Optional.of(logins(verifier()));
        }
        return logins.get();
    }

    public Sessions sessions() {
        return logins().sessions().orElseThrow();
    }

    private Logins logins(TokenVerifier verifier) {
        return new Logins.Parts(settings(), config(), verifier, signIns(), Optional.empty(), clock)
                .together(userPool, () -> signInPool);
    }

    private SignInCheck signIns() {
        return new SignInCheck(
                settings().assuranceLevels(), settings().verification().clockSkew(), clock);
    }

    /** Has a browser sent to managed login; what it takes there. */
    public static Map<String, String> visit(ManagedLogin login, FakeBrowser browser, String path) {
        return visit(login, browser, browser.asksFor(path));
    }

    /** The same, by this request of the browser. */
    static Map<String, String> visit(ManagedLogin login, FakeBrowser browser, FakeExchange exchange) {
        PageAnswer start = login.start(exchange.request(), Visit.ORDINARY);
        assertThat(start.status()).as(start.body()).isEqualTo(303);
        browser.takes(start.setCookies());
        return FakeBrowser.parametersOf(URI.create(start.location()));
    }

    @Override
    public void close() {
        cognito.close();
    }
}
