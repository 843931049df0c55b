package io.github.cognitoee.internal.identitypool;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The caches of a cluster in memory, for several nodes; they fail or hang when told to. */
final class FakeSharedStores implements SharedStores {

    final Map<String, byte[]> logins = new ConcurrentHashMap<>();
    final Map<String, byte[]> credentials = new ConcurrentHashMap<>();

    private volatile @Nullable RuntimeException failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean closed;

    void fail(RuntimeException planned) {
        failure = planned;
    }

    void recover() {
        failure = null;
        gate.countDown();
    }

    void hang() {
        gate = new CountDownLatch(1);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public SharedStore logins() {
        return new Store(logins);
    }

    @Override
    public SharedStore credentials() {
        return new Store(credentials);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        RuntimeException planned = failure;
        if (planned != null) {
            throw planned;
        }
    }

    private final class Store implements SharedStore {

        private final Map<String, byte[]> entries;

        Store(Map<String, byte[]> entries) {
            this.entries = entries;
        }

        @Override
        public Optional<byte[]> get(String key) {
            pass();
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public void put(String key, byte[] value) {
            pass();
            entries.put(key, value);
        }

        @Override
        public void remove(String key) {
            pass();
            entries.remove(key);
        }
    }
}
