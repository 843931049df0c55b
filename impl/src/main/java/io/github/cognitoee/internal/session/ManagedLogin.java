package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.cipher.TextCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.userpool.AwsUserPool;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import io.github.cognitoee.spi.TokenStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signs people in at Cognito's managed login: sends their browsers there, takes them back, and keeps the tokens. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">Cognito: authorize
 *     endpoint</a>
 */
public final class ManagedLogin implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ManagedLogin.class.getName());

    private final ManagedLoginConfig config;
    private final BaseUrl baseUrl;
    private final FlowCookies flows;
    private final ErrorPages pages;
    private final Callback callback;
    private final TokenStore sessions;
    private final Refresher refresher;
    private final SignOut signOut;
    private final Clock clock;
    private final AtomicInteger unlistedHosts = new AtomicInteger();

    /**
     * @param verifier of the tokens that the token endpoint issues
     * @param signIns compares sign-ins with what was asked for
     * @param ownStore the application's own; empty for the one that the settings name
     */
    public static ManagedLogin overHttp(
            ManagedLoginConfig config, TokenVerifier verifier, SignInCheck signIns, Optional<TokenStore> ownStore) {
        Optional<UserPoolApi> userPool = config.logout().everywhere()
                ? Optional.of(new AwsUserPool(config.userPool().region().name(), config.userPoolApi()))
                : Optional.empty();
        return new ManagedLogin(config, verifier, signIns, ownStore, userPool, Clock.systemUTC());
    }

    ManagedLogin(
            ManagedLoginConfig config,
            TokenVerifier verifier,
            SignInCheck signIns,
            Optional<TokenStore> ownStore,
            Optional<UserPoolApi> userPool,
            Clock clock) {
        this.config = config;
        this.clock = clock;
        this.baseUrl = new BaseUrl(config.baseUrl());
        Owner owner = new Owner(config);
        TextCipher cipher = cipher(config);
        this.flows = new FlowCookies(cipher, owner, clock);
        this.sessions = ownStore.orElseGet(() -> config.tokens().inCookie()
                ? new CookieTokenStore(cipher, owner, config.tokens(), clock)
                : new SessionTokenStore());
        this.pages = new ErrorPages(baseUrl);
        OAuthEndpoints endpoints = new OAuthEndpoints(config);
        TokenVerifier.ClientTokens tokens = verifier.ofClient(config.userPool(), config.clientId());
        this.callback = new Callback(config, endpoints, flows, tokens, signIns, clock);
        this.refresher = new Refresher(endpoints, tokens, clock);
        this.signOut = new SignOut(config, endpoints, userPool);
    }

    private static TextCipher cipher(ManagedLoginConfig config) {
        if (!config.cookieKeys().isEmpty()) {
            return new TextCipher(config.cookieKeys());
        }
        Problem.RANDOM_COOKIE_KEY.log(
                LOG,
                "cookies of managed login are encrypted with a key that this process made for itself: no other node can"
                        + " read them, nor this one when it has started anew; set cognito.managed-login.cookie-keys");
        return new TextCipher(List.of(CipherKey.random()));
    }

    /** Sends the browser to managed login, to come back to what it asked for. */
    public PageAnswer start(HttpServletRequest request) {
        return start(request, Visit.ORDINARY);
    }

    /** The same, on a visit of its own kind. */
    public PageAnswer start(HttpServletRequest request, Visit visit) {
        Optional<String> base = baseUrl.of(request);
        if (base.isEmpty()) {
            return unknownHost(request);
        }
        Map<String, String> wishes = visit.over(config.parameters());
        String returnTo =
                visit.returnTo().map(path -> base.get() + path).orElseGet(() -> ReturnPath.of(request, base.get()));
        Flow flow = Flow.begin(returnTo, visit.required(wishes), clock.instant());
        boolean mayBeSentAgain =
                visit.returnTo().isEmpty() && CrossSite.isUnsafe(request.getMethod()) && !isSentByAnotherSite(request);
        if (mayBeSentAgain) {
            SavedForm.of(request, sender(request))
                    .ifPresent(form -> SavedForms.in(request).keep(flow, form, request));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", config.clientId());
        parameters.put("redirect_uri", config.redirectUri().under(base.get()));
        parameters.put("scope", String.join(" ", config.scopes()));
        parameters.put("state", flow.state());
        parameters.put("nonce", flow.nonce());
        parameters.put("code_challenge", flow.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(wishes);
        return PageAnswer.redirect(
                config.domain() + "/oauth2/authorize?" + FormBody.of(parameters), flows.keep(flow, request));
    }

    private Optional<String> sender(HttpServletRequest request) {
        return find(request).flatMap(tokens -> Subject.of(tokens.idToken()));
    }

    private PageAnswer unknownHost(HttpServletRequest request) {
        String incident = RandomText.ofBytes(6);
        if (Integer.bitCount(unlistedHosts.incrementAndGet()) == 1) { // anybody can have it logged
            Problem.UNLISTED_HOST.log(
                    LOG,
                    "sign-in {0} refused: the request names a host that is not listed; set"
                            + " cognito.managed-login.base-url, or list it in cognito.managed-login.hosts",
                    incident);
        }
        return pages.of(Failure.UNKNOWN_HOST, incident, List.of(), request);
    }

    /** Whether the request is managed login's answer, which {@link #finish} is for. */
    public boolean isCallback(HttpServletRequest request) {
        String pathInfo = request.getPathInfo();
        String path = pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
        return config.redirectUri().isAbsolute()
                ? config.redirectUri().path().equals(request.getContextPath() + path)
                : config.redirectUri().path().equals(path);
    }

    /** Takes the browser back: begins a session and sends it on, or says what is wrong. */
    public PageAnswer finish(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> base = baseUrl.of(request);
        if (base.isEmpty()) {
            return unknownHost(request);
        }
        return callback.answer(request, base.get())
                .fold(
                        signedIn -> {
                            Optional<SavedForm> form = SavedForms.take(signedIn.flow(), request)
                                    .filter(saved ->
                                            saved.mayBeBy(signedIn.tokens().idToken()));
                            sessions.begin(signedIn.tokens(), request, response);
                            return form.map(saved -> saved.page(base.get(), signedIn.setCookies()))
                                    .orElseGet(() ->
                                            PageAnswer.redirect(signedIn.flow().returnTo(), signedIn.setCookies()));
                        },
                        failed -> {
                            String incident = RandomText.ofBytes(6);
                            log(failed, incident);
                            return pages.of(failed.failure(), incident, failed.setCookies(), request);
                        });
    }

    private static void log(Callback.Failed failed, String incident) {
        if (failed.failure() == Failure.MISCONFIGURED) {
            Problem.LOGIN_MISCONFIGURED.log(LOG, "sign-in {0} failed: {1}", incident, failed.detail());
        } else {
            LOG.log(Level.INFO, "sign-in {0} failed: {1}", incident, failed.detail());
        }
    }

    /** The tokens of the session to which the request belongs, unverified. */
    public Optional<SessionTokens> find(HttpServletRequest request) {
        return sessions.find(request);
    }

    /** What a request that proves itself by a session must not be: one that another site had the browser send. */
    public boolean isForged(HttpServletRequest request) {
        return CrossSite.mayChangeSomething(request) && isSentByAnotherSite(request);
    }

    /** Whether another site had the browser send it, be it by a link. */
    public boolean isSentByAnotherSite(HttpServletRequest request) {
        return CrossSite.isSentByAnother(request, baseUrl.originOf(request));
    }

    /** Whether tokens that expire then are to be renewed. */
    public boolean isRenewalDue(Instant expiresAt) {
        return refresher.isDue(expiresAt);
    }

    /** Renews tokens that are good for a while yet; nobody waits for another request that does so. */
    public Renewal renewAhead(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        return kept(refresher.ahead(tokens), tokens, request, response);
    }

    /** Renews tokens, or ends the session. */
    public Renewal renewNow(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        return kept(refresher.now(tokens), tokens, request, response);
    }

    private Renewal kept(Renewal renewal, SessionTokens old, HttpServletRequest request, HttpServletResponse response) {
        if (renewal instanceof Renewal.Renewed renewed) {
            sessions.replace(old, renewed.tokens(), request, response);
        } else if (renewal instanceof Renewal.Ended ended) {
            LOG.log(Level.INFO, "a session has ended: {0}", ended.detail());
            sessions.end(request, response);
        }
        return renewal;
    }

    /** Ends the session of the request here, and nowhere else. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    /**
     * Signs out as the definition says. The session is over whatever becomes of the rest; but what another site had the
     * browser send ends nothing.
     *
     * @return where to send the browser; empty where the session goes on
     */
    public Optional<URI> signOut(HttpServletRequest request, HttpServletResponse response) {
        if (isSentByAnotherSite(request)) {
            LOG.log(Level.INFO, "a request of another site would have signed somebody out; the session goes on");
            return Optional.empty();
        }
        // first those of this request: it may have renewed what the store finds in a cookie of its browser
        Optional<SessionTokens> tokens = ServedRequest.of(request).session().or(() -> sessions.find(request));
        sessions.end(request, response);
        tokens.ifPresent(signOut::atCognito);
        return Optional.of(signOut.next(baseUrl.of(request)));
    }

    /** The application's first page. */
    URI startPage(HttpServletRequest request) {
        return URI.create(baseUrl.of(request).orElse("") + "/");
    }

    /** Whether to send a browser to managed login makes sense: a person looks at what comes back. */
    public static boolean isForPage(HttpServletRequest request) {
        return PageRequest.isOne(request);
    }

    /** Closes what was opened for the user pool. */
    @Override
    public void close() {
        signOut.close();
    }
}
