package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SessionConfig;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.userpool.AwsUserPool;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import io.github.cognitoee.spi.TokenStore;
import io.github.cognitoee.userpool.CognitoUserPool;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How people sign in with a browser, where the application has them do so.
 *
 * @param sessions empty where it does not
 * @param managed empty where they do not at managed login
 * @param form empty where they do not at a form
 */
public record Logins(Optional<Sessions> sessions, Optional<ManagedLogin> managed, Optional<FormLogin> form) {

    private static final System.Logger LOG = System.getLogger(Logins.class.getName());

    /** For callers that prove themselves with each request. */
    public static final Logins NONE = new Logins(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * As the settings say.
     *
     * @param verifier of the tokens that Cognito issues
     * @param ownStore the application's own; empty for the one that the settings name
     * @param userPool asked for where there is a form
     */
    public static Logins overHttp(
            CognitoSettings settings,
            TokenVerifier verifier,
            Optional<TokenStore> ownStore,
            Supplier<CognitoUserPool> userPool) {
        return settings.sessions()
                .map(config -> new Parts(
                                settings, config, verifier, SignInCheck.of(settings), ownStore, Clock.systemUTC())
                        .together(settings.managedLogin().flatMap(Logins::everywhere), userPool))
                .orElse(NONE);
    }

    private static Optional<UserPoolApi> everywhere(ManagedLoginConfig config) {
        return config.logout().everywhere()
                ? Optional.of(new AwsUserPool(config.userPool().region().name(), config.userPoolApi()))
                : Optional.empty();
    }

    /** Where browsers are sent: to the form, if there is one, which knows the way to managed login. */
    public Optional<SignInPage> page() {
        return form.<SignInPage>map(page -> page).or(() -> managed);
    }

    /** What they are made of. */
    record Parts(
            CognitoSettings settings,
            SessionConfig config,
            TokenVerifier verifier,
            SignInCheck signIns,
            Optional<TokenStore> ownStore,
            Clock clock) {

        /** @param everywhere signs people out everywhere who signed in at managed login; empty where nothing does */
        Logins together(Optional<UserPoolApi> everywhere, Supplier<CognitoUserPool> userPool) {
            Map<Proof, TokenSource> sources = new EnumMap<>(Proof.class);
            Optional<OAuthEndpoints> endpoints = settings.managedLogin().map(OAuthEndpoints::new);
            settings.managedLogin()
                    .ifPresent(login -> sources.put(
                            Proof.MANAGED_LOGIN,
                            new ManagedLoginTokens(
                                    login, endpoints.orElseThrow(), tokensOf(Proof.MANAGED_LOGIN), everywhere)));
            Optional<CognitoUserPool> pool = settings.form().map(form -> userPool.get());
            settings.form()
                    .ifPresent(form -> sources.put(
                            Proof.FORM, new UserPoolTokens(pool.orElseThrow(), tokensOf(Proof.FORM), form.logout())));
            TextCipher cipher = cipher();
            Owner owner = new Owner(config);
            Sessions sessions = new Sessions(config, store(cipher, owner), sources, clock);
            FlowCookies flows = new FlowCookies(cipher, owner, clock);
            SignInsUnderWay underWay = new SignInsUnderWay(flows, sessions, clock);
            Application application = new Application(config.baseUrl());
            Optional<ManagedLogin> managed = settings.managedLogin()
                    .map(login -> new ManagedLogin(
                            login,
                            application,
                            underWay,
                            new Callback(login, endpoints.orElseThrow(), flows, fresh(Proof.MANAGED_LOGIN), clock)));
            Optional<FormLogin> form = settings.form().map(login -> {
                FormPages pages = new FormPages(login, managed.isPresent());
                DeviceCookies devices = new DeviceCookies(cipher, owner, clock);
                FormSteps steps = new FormSteps(
                        pool.orElseThrow(),
                        Optional.of(devices).filter(cookies -> login.rememberDevices()),
                        fresh(Proof.FORM),
                        application,
                        underWay,
                        pages);
                return new FormLogin(login, pages, steps, application, underWay, sessions, managed);
            });
            return new Logins(Optional.of(sessions), managed, form);
        }

        private TokenVerifier.ClientTokens tokensOf(Proof way) {
            return verifier.ofClient(config.userPool(), config.clientId(way));
        }

        private FreshTokens fresh(Proof way) {
            return new FreshTokens(tokensOf(way), signIns);
        }

        private TokenStore store(TextCipher cipher, Owner owner) {
            return ownStore.orElseGet(() -> config.tokens().inCookie()
                    ? new CookieTokenStore(cipher, owner, config.tokens(), clock)
                    : new SessionTokenStore());
        }

        private TextCipher cipher() {
            if (!config.cookieKeys().isEmpty()) {
                return new TextCipher(config.cookieKeys());
            }
            Problem.RANDOM_COOKIE_KEY.log(
                    LOG,
                    "cookies are encrypted with a key that this process made for itself: no other node can read them, nor"
                            + " this one when it has started anew; set cognito.session.cookie-keys");
            return new TextCipher(List.of(CipherKey.random()));
        }
    }
}
