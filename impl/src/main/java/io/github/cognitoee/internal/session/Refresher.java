package io.github.cognitoee.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has new tokens issued, once for the tokens that they replace however many tabs ask: where refresh tokens rotate, a second
 * use of one ends the session. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">Cognito:
 *     refresh tokens</a>
 */
final class Refresher {

    /** How long before tokens expire new ones are asked for. */
    static final Duration AHEAD = Duration.ofMinutes(2);

    /** For how long whoever comes late, with the old tokens still, gets what they were exchanged for. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_FLIGHTS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Clock clock;

    /** By the ID token that is replaced: a refresh token may serve many times, and new ones are new each time. */
    private final Cache<String, Flight> flights = Caffeine.newBuilder()
            .maximumSize(MOST_FLIGHTS)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    Refresher(Clock clock) {
        this.clock = clock;
    }

    boolean isDue(Instant expiresAt) {
        return clock.instant().isAfter(expiresAt.minus(AHEAD));
    }

    /** New tokens before the old ones expire: whoever is not the first to ask goes on with those. */
    Renewal ahead(SessionTokens tokens, TokenSource source) {
        return tokens.refreshToken()
                .map(refreshToken -> {
                    Flight mine = new Flight();
                    Flight flight = board(tokens, mine);
                    return flight == mine
                            ? land(mine, tokens, refreshToken, source)
                            : flight.outcome().orElseGet(Refresher::underWay);
                })
                .orElseGet(() -> new Renewal.Unavailable(AHEAD, "there is no refresh token"));
    }

    /** New tokens because the old ones have expired, or are to be replaced: whoever is not the first to ask waits. */
    Renewal now(SessionTokens tokens, TokenSource source) {
        return tokens.refreshToken()
                .map(refreshToken -> {
                    Flight mine = new Flight();
                    Flight flight = board(tokens, mine);
                    return flight == mine ? land(mine, tokens, refreshToken, source) : flight.await();
                })
                .orElseGet(() -> new Renewal.Ended("there is no refresh token"));
    }

    /** The flight that is under way or has landed; or this one, where there is none, or one that is to be tried again. */
    private Flight board(SessionTokens tokens, Flight mine) {
        return flights.asMap()
                .merge(tokens.idToken(), mine, (known, own) -> known.mayBeRepeated(clock.instant()) ? own : known);
    }

    private Renewal land(Flight flight, SessionTokens old, String refreshToken, TokenSource source) {
        Renewal renewal = new Renewal.Unavailable(RETRY_AFTER, "failed");
        try {
            renewal = source.renew(old, refreshToken)
                    .fold(
                            issued -> verified(issued, old, source.verifier()),
                            refused -> refused.error().equals(TokenAnswer.Refused.INVALID_GRANT)
                                    ? new Renewal.Ended("the refresh token is not good any more")
                                    : new Renewal.Unavailable(
                                            RETRY_AFTER, "the token endpoint says " + refused.error()),
                            down -> new Renewal.Unavailable(down.retryAfter(), down.detail()));
        } finally {
            flight.land(renewal, clock.instant());
        }
        return renewal;
    }

    /** A refresh token stays good where no new one comes with the tokens. */
    private Renewal verified(TokenAnswer.Issued issued, SessionTokens old, ClientTokens verifier) {
        SessionTokens issuedNow = new SessionTokens(
                issued.idToken(),
                issued.accessToken(),
                issued.refreshToken() == null ? old.refreshToken().orElse(null) : issued.refreshToken(),
                old.signedInAt());
        SessionTokens tokens = old.signedInBy().map(issuedNow::signedInBy).orElse(issuedNow);
        Verification id = verifier.verifyIdToken(issued.idToken());
        return id instanceof Verification.Accepted accepted
                ? verifiedAccess(tokens, accepted.token().subject(), old, verifier)
                : unverified(id);
    }

    /** They are of the user who signed in, OpenID Connect Core section 12.2. */
    private Renewal verifiedAccess(SessionTokens tokens, String subject, SessionTokens old, ClientTokens verifier) {
        Verification access = verifier.verifyAccessToken(tokens.accessToken());
        if (!(access instanceof Verification.Accepted accepted)) {
            return unverified(access);
        }
        return subject.equals(accepted.token().subject()) && Subject.isOf(subject, old.idToken())
                ? new Renewal.Renewed(tokens)
                : new Renewal.Ended("new tokens are of another user");
    }

    private static Renewal unverified(Verification verification) {
        return verification.fold(
                accepted -> {
                    throw new IllegalArgumentException("accepted");
                },
                rejected ->
                        new Renewal.Ended("new tokens are refused: " + rejected.reason() + ", " + rejected.detail()),
                unavailable -> new Renewal.Unavailable(unavailable.retryAfter(), unavailable.detail()));
    }

    private static Renewal underWay() {
        return new Renewal.Unavailable(RETRY_AFTER, "under way");
    }

    /** One exchange of a refresh token. */
    private static final class Flight {

        private final CompletableFuture<Renewal> landed = new CompletableFuture<>();
        private volatile Instant at = Instant.MAX;

        void land(Renewal renewal, Instant now) {
            at = now;
            landed.complete(renewal);
        }

        Optional<Renewal> outcome() {
            return Optional.ofNullable(landed.getNow(null));
        }

        boolean mayBeRepeated(Instant now) {
            return outcome()
                    .filter(Renewal.Unavailable.class::isInstance)
                    .filter(failed -> now.isAfter(at.plus(RETRY_AFTER)))
                    .isPresent();
        }

        Renewal await() {
            try {
                return landed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return underWay();
            } catch (ExecutionException | TimeoutException e) {
                return underWay();
            }
        }
    }
}
