package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Keeps what ends at a time of its own until then. Written out, because Caffeine has {@code Expiry.writing} since 3.2 only, and
 * an application may bring an older one.
 */
final class UntilTheyExpire<K, V> implements Expiry<K, V> {

    private final Clock clock;
    private final Function<V, Instant> end;

    UntilTheyExpire(Clock clock, Function<V, Instant> end) {
        this.clock = clock;
        this.end = end;
    }

    @Override
    public long expireAfterCreate(K key, V value, long currentTime) {
        Duration left = Duration.between(clock.instant(), end.apply(value));
        return left.isNegative() ? 0 : left.toNanos();
    }

    @Override
    public long expireAfterUpdate(K key, V value, long currentTime, long currentDuration) {
        return expireAfterCreate(key, value, currentTime);
    }

    @Override
    public long expireAfterRead(K key, V value, long currentTime, long currentDuration) {
        return currentDuration;
    }
}
