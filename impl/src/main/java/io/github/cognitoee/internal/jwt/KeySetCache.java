package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.internal.config.UserPoolConfig;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The key sets of the configured user pools, kept in memory: one per address. Thread-safe; a key that is at hand is
 * found without a lock. See {@link CachedKeySet} for when a set is fetched again.
 */
final class KeySetCache implements KeySource {

    private final JwksFetcher fetcher;
    private final Clock clock;
    private final ConcurrentMap<URI, CachedKeySet> sets = new ConcurrentHashMap<>();

    public KeySetCache(JwksFetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public KeyLookup find(UserPoolConfig pool, String kid) {
        CachedKeySet set = sets.get(pool.jwksUri());
        if (set == null) { // get before computeIfAbsent, which may lock although the set is there
            set = sets.computeIfAbsent(pool.jwksUri(), address -> new CachedKeySet(address, fetcher, clock));
        }
        return set.find(kid);
    }
}
