package io.github.cognitoee.emulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each operation was asked for, refused requests included: the operations by their names, {@code jwks},
 * {@code openid-configuration}, pages and endpoints of managed login by their paths such as {@code oauth2/token}, and
 * development endpoints by what they are about, such as {@code dev/tokens}; all others together are {@code other}. Safe for
 * use by many threads.
 */
public final class RequestCounts {

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    RequestCounts() {}

    void add(String operation) {
        counts.computeIfAbsent(operation, name -> new AtomicLong()).incrementAndGet();
    }

    /** Requests of this operation since the start or the last reset. */
    public long count(String operation) {
        AtomicLong count = counts.get(operation);
        return count == null ? 0 : count.get();
    }

    /** Requests of any kind since the start or the last reset. */
    public long total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** All counts by operation name. */
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.get()));
        return all;
    }

    /** Starts counting anew. */
    public void reset() {
        counts.clear();
    }

    @Override
    public String toString() {
        return "RequestCounts" + all();
    }
}
