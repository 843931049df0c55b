package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.SessionConfig;
import io.github.cognitoee.spi.TokenStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The sessions of people who signed in with a browser, however they did: found again, renewed and ended. Each knows by its
 * tokens how it began, and where new ones come from. Thread-safe.
 */
public final class Sessions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final SessionConfig config;
    private final TokenStore store;
    private final Map<Proof, TokenSource> sources;
    private final BaseUrl baseUrl;
    private final Refresher refresher;

    /** @param sources one of each way in which people may sign in */
    Sessions(SessionConfig config, TokenStore store, Map<Proof, TokenSource> sources, Clock clock) {
        this.config = config;
        this.store = store;
        this.sources = new EnumMap<>(sources);
        this.baseUrl = new BaseUrl(config.baseUrl());
        this.refresher = new Refresher(clock);
    }

    /** The tokens of the session to which the request belongs, unverified. */
    public Optional<SessionTokens> find(HttpServletRequest request) {
        return store.find(request);
    }

    /**
     * Begins a session that knows how it began; the tokens have been verified. What an anonymous visitor or the same user put
     * into the container's session stays; another user's does not.
     */
    public SessionTokens begin(
            SessionTokens tokens, Proof way, HttpServletRequest request, HttpServletResponse response) {
        SessionTokens told = tokens.signedInBy(way);
        Optional<String> user = Subject.of(told.idToken());
        user.ifPresent(subject -> SessionUser.leaveOthers(subject, request));
        store.begin(told, request, response);
        user.ifPresent(subject -> SessionUser.keep(subject, request));
        return told;
    }

    /** Makes the container's session, if there is one, that of the user whose verified tokens the request has. */
    public void claim(String subject, HttpServletRequest request) {
        SessionUser.keep(subject, request);
    }

    /**
     * Ends what the application keeps in the container's session of a user whose tokens are gone. Not for what another site had
     * the browser send, which may come without the tokens that there are.
     */
    public void endLeftOver(HttpServletRequest request) {
        boolean hasJustBegun = ServedRequest.of(request).session().isPresent();
        if (!hasJustBegun && !isSentByAnotherSite(request)) {
            SessionUser.end(request);
        }
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
        return kept(refresher.ahead(tokens, sourceOf(tokens)), tokens, request, response);
    }

    /** Renews tokens, or ends the session. */
    public Renewal renewNow(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        return kept(refresher.now(tokens, sourceOf(tokens)), tokens, request, response);
    }

    private Renewal kept(Renewal renewal, SessionTokens old, HttpServletRequest request, HttpServletResponse response) {
        if (renewal instanceof Renewal.Renewed renewed) {
            store.replace(old, renewed.tokens(), request, response);
        } else if (renewal instanceof Renewal.Ended ended) {
            LOG.log(Level.INFO, "a session has ended: {0}", ended.detail());
            end(request, response);
        }
        return renewal;
    }

    private TokenSource sourceOf(SessionTokens tokens) {
        return Objects.requireNonNull(sources.get(config.wayOf(tokens)), "one of the ways that there are");
    }

    /** Ends the session of the request here, and nowhere else. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        SessionUser.remember(request);
        store.end(request, response);
    }

    /** Ends the session of somebody whom Cognito lets in, and the application's own identity store handler does not. */
    public void turnAway(SessionTokens tokens, HttpServletRequest request, HttpServletResponse response) {
        LOG.log(Level.INFO, "a session has ended: the identity store handler refuses whom Cognito lets in");
        end(request, response);
        revoke(tokens);
    }

    /** Takes back the refresh token of a sign-in that comes to nothing; other sign-ins of the same user go on. */
    public void revoke(SessionTokens tokens) {
        sourceOf(tokens).revoke(tokens);
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
        Optional<SessionTokens> tokens = ServedRequest.of(request).session().or(() -> store.find(request));
        end(request, response);
        TokenSource source = tokens.map(this::sourceOf)
                .orElseGet(() -> sources.values().iterator().next());
        tokens.ifPresent(source::end);
        return Optional.of(source.afterSignOut(baseUrl.of(request)));
    }

    /** The application's first page. */
    URI startPage(HttpServletRequest request) {
        return URI.create(baseUrl.of(request).orElse("") + "/");
    }

    /** Closes what was opened for the user pool. */
    @Override
    public void close() {
        sources.values().forEach(TokenSource::close);
    }
}
