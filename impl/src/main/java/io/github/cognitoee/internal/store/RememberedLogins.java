package io.github.cognitoee.internal.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.SignInResult.Refused;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a moment what Cognito took, for programs that send name and password with each request: a burst of them is one
 * sign-in. Passwords are kept as fingerprints alone. Bounded; thread-safe.
 *
 * <p>It is of no help to somebody who guesses: each wrong guess is put to Cognito, which counts it, and has what is remembered
 * of that name forgotten, so that the right password too is Cognito's to judge from then on. While Cognito lets nobody try a
 * name, it is not asked more than once in the shortest time for which it does so.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html">Cognito: lockout behavior</a>
 */
public final class RememberedLogins implements PasswordCheck {

    private static final int MOST = 10_000;
    private static final Duration SHORTEST_LOCKOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final PasswordCheck check;
    private final Fingerprints fingerprints = new Fingerprints();

    /** By user name: the last password of each that Cognito took. */
    private final Cache<String, Remembered> remembered;

    private final Cache<String, Refused> lockedOut;
    private final ConcurrentMap<Fingerprint, CompletableFuture<SignInResult>> flights = new ConcurrentHashMap<>();

    private record Remembered(Fingerprint fingerprint, SignedIn result) {}

    RememberedLogins(PasswordCheck check, Duration time, Ticker ticker) {
        this.check = check;
        this.remembered = bounded(time, ticker);
        this.lockedOut = bounded(SHORTEST_LOCKOUT, ticker);
    }

    static RememberedLogins of(PasswordCheck check, Duration time) {
        return new RememberedLogins(check, time, Ticker.systemTicker());
    }

    /** Works on callers' threads only: nothing of it outlives the application. */
    private static <K, V> Cache<K, V> bounded(Duration time, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(time)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public SignInResult signIn(String username, char[] password, Optional<String> clientAddress) {
        Fingerprint fingerprint = fingerprints.of(username, password);
        SignedIn known = recall(username, fingerprint);
        return known != null ? known : askOnce(fingerprint, username, password, clientAddress);
    }

    private @Nullable SignedIn recall(String username, Fingerprint fingerprint) {
        Remembered last = remembered.getIfPresent(username);
        return last != null && last.fingerprint().equals(fingerprint) ? last.result() : null;
    }

    /** Forgets somebody by an ID token of theirs, by whatever name they signed in. */
    public void forget(String idToken) {
        remembered
                .asMap()
                .values()
                .removeIf(one -> one.result().tokens().idToken().equals(idToken));
    }

    private SignInResult askOnce(
            Fingerprint fingerprint, String username, char[] password, Optional<String> clientAddress) {
        CompletableFuture<SignInResult> mine = new CompletableFuture<>();
        CompletableFuture<SignInResult> inFlight = flights.putIfAbsent(fingerprint, mine);
        if (inFlight != null) {
            return await(inFlight);
        }
        try {
            SignedIn landed = recall(username, fingerprint); // by a flight that ended just before ours began
            SignInResult result = landed != null ? landed : ask(fingerprint, username, password, clientAddress);
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(fingerprint, mine);
        }
    }

    private SignInResult ask(
            Fingerprint fingerprint, String username, char[] password, Optional<String> clientAddress) {
        Refused locked = lockedOut.getIfPresent(username);
        SignInResult result = locked != null ? locked : check.signIn(username, password, clientAddress);
        if (result instanceof SignedIn signedIn) {
            remembered.put(username, new Remembered(fingerprint, signedIn));
        } else if (result instanceof Refused refused) {
            remembered.invalidate(username);
            if (refused.reason() == RefusalReason.TOO_MANY_ATTEMPTS && locked == null) {
                lockedOut.put(username, refused);
            }
        }
        return result;
    }

    private static SignInResult await(CompletableFuture<SignInResult> inFlight) {
        try {
            return inFlight.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("another request's sign-in by the same password failed", e.getCause());
        } catch (TimeoutException e) {
            return new SignInResult.Unavailable(
                    RETRY_AFTER,
                    "another request's sign-in by the same password took longer than " + LONGEST_WAIT.toSeconds()
                            + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SignInResult.Unavailable(RETRY_AFTER, "interrupted while another request signed in");
        }
    }

    @Override
    public String toString() {
        return "RememberedLogins";
    }
}
