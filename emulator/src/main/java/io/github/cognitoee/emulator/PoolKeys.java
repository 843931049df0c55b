package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a user pool: what it publishes, what it signs with, and how the two change. As in Cognito there are two at
 * a time, one for ID and one for access tokens; they always change together.
 *
 * <pre>{@code
 * emulator.keys(poolId).publishNext();  // verifiers may learn of the keys to come
 * emulator.keys(poolId).signWithNext(); // new tokens are signed by them, older ones stay good
 * emulator.keys(poolId).retireOld();    // older tokens name keys that are gone
 * }</pre>
 *
 * Safe for use by many threads: a token or key set is made from the keys before a change or after it, never in between.
 */
public final class PoolKeys {

    private static final String AS_COGNITO = maxAgeOf(Duration.ofDays(1));

    private final KeyRing first;
    private volatile KeyRing ring;
    private volatile @Nullable String cacheControl = AS_COGNITO;

    PoolKeys(KeyRing first) {
        this.first = first;
        this.ring = first;
    }

    static PoolKeys generate() {
        return new PoolKeys(KeyRing.of(SigningKeys.generate()));
    }

    /**
     * Publishes new keys and signs with them at once, without a lead. The ones before stay published until
     * {@link #retireOld()}.
     *
     * @throws IllegalStateException if next keys are published already; {@link #signWithNext()} lets these sign
     */
    public synchronized void rotate() {
        ring = ring.withNext(SigningKeys.generate()).signingWithNext();
    }

    /**
     * Publishes new keys beside the current ones, which go on signing.
     *
     * @throws IllegalStateException if next keys are published already
     */
    public synchronized void publishNext() {
        ring = ring.withNext(SigningKeys.generate());
    }

    /**
     * Signs with the next keys from now on. The ones before stay published until {@link #retireOld()}.
     *
     * @throws IllegalStateException if no next keys are published
     */
    public synchronized void signWithNext() {
        ring = ring.signingWithNext();
    }

    /** Publishes no longer what signs no longer. Without such keys it does nothing. */
    public synchronized void retireOld() {
        ring = ring.withoutOld();
    }

    /** The ids of all published keys, the oldest first. */
    public List<String> publishedIds() {
        return published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    /**
     * How long the key set may be cached, {@code Cache-Control: public, max-age=<seconds>}; by default a day.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void maxAge(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("found max-age " + duration + ", expected zero or more");
        }
        cacheControl = maxAgeOf(duration);
    }

    /** The key set's {@code Cache-Control} as given, so that it may be nonsense. */
    public void cacheControl(String value) {
        cacheControl = Objects.requireNonNull(value, "value");
    }

    /** The key set comes without a {@code Cache-Control}. */
    public void noCacheControl() {
        cacheControl = null;
    }

    /** As at the start: the first keys alone, with Cognito's {@code Cache-Control}. */
    synchronized void reset() {
        ring = first;
        cacheControl = AS_COGNITO;
    }

    SigningKeys signing() {
        return ring.current();
    }

    KeyRing ring() {
        return ring;
    }

    JWKSet published() {
        return ring.published();
    }

    Optional<String> cacheControl() {
        return Optional.ofNullable(cacheControl);
    }

    private static String maxAgeOf(Duration duration) {
        return "public, max-age=" + duration.toSeconds();
    }

    @Override
    public String toString() {
        return "PoolKeys" + publishedIds();
    }
}
