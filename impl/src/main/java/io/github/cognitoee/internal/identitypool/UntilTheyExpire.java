package io.github.cognitoee.internal.identitypool;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;

/**
 * Keeps credentials until they expire. Written out, because Caffeine has {@code Expiry.writing} since 3.2 only, and an
 * application may bring an older one.
 */
final class UntilTheyExpire<K> implements Expiry<K, IssuedCredentials> {

    private final Clock clock;

    UntilTheyExpire(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long expireAfterCreate(K key, IssuedCredentials issued, long currentTime) {
        Duration left = Duration.between(clock.instant(), issued.expiresAt());
        return left.isNegative() ? 0 : left.toNanos();
    }

    @Override
    public long expireAfterUpdate(K key, IssuedCredentials issued, long currentTime, long currentDuration) {
        return expireAfterCreate(key, issued, currentTime);
    }

    @Override
    public long expireAfterRead(K key, IssuedCredentials issued, long currentTime, long currentDuration) {
        return currentDuration;
    }
}
