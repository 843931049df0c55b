package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * Caches of JCache (JSR 107). The one class that knows it, loaded where an application shares credentials alone. Keys are
 * {@code String}, values {@code byte[]}: no provider needs a class of the application for them.
 */
final class JCacheStores implements SharedStores {

    /** A caller who comes back within a day is no call of {@code GetId}. */
    private static final Duration LIFE_OF_LOGINS = Duration.ofDays(1);

    private static final ClassLoader OURS = JCacheStores.class.getClassLoader();

    private final CacheManager manager;
    private final boolean owned;
    private final Set<String> names;
    private final Store logins;
    private final Store credentials;

    private JCacheStores(CacheManager manager, boolean owned, SharedCacheConfig config, Duration lifeOfCredentials) {
        this.manager = manager;
        this.owned = owned;
        this.names = namesIn(config);
        this.logins = store(config.loginsName(), LIFE_OF_LOGINS);
        this.credentials = store(config.name(), lifeOfCredentials);
    }

    private static Set<String> namesIn(SharedCacheConfig config) {
        return Set.of(config.name(), config.loginsName());
    }

    /** Other code of the application may have got the same cache manager, and made caches there. */
    private static void leave(CacheManager manager, Set<String> ours) {
        if (manager.isClosed()) {
            return;
        }
        Set<String> there = new HashSet<>();
        manager.getCacheNames().forEach(there::add);
        if (ours.containsAll(there)) {
            manager.close();
        } else {
            ours.stream().filter(there::contains).forEach(name -> manager.getCache(name)
                    .close());
        }
    }

    private Store store(String name, Duration life) {
        Cache<String, Object> cache = manager.getCache(name);
        if (cache != null) {
            return new Store(cache);
        }
        manager.createCache(
                name,
                new MutableConfiguration<String, byte[]>()
                        .setTypes(String.class, byte[].class)
                        .setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(
                                new javax.cache.expiry.Duration(TimeUnit.SECONDS, life.toSeconds()))));
        return new Store(manager.getCache(name));
    }

    @Override
    public SharedStore logins() {
        return logins;
    }

    @Override
    public SharedStore credentials() {
        return credentials;
    }

    @Override
    public boolean isClosed() {
        return manager.isClosed()
                || logins.cache().isClosed()
                || credentials.cache().isClosed();
    }

    /** A bean is somebody else's to close. */
    @Override
    public void close() {
        if (owned) {
            leave(manager, names);
        }
    }

    /** Opens them by a CDI bean, or else by JCache's provider. */
    static final class Opening implements SharedStoresOpening {

        private final SharedCacheConfig config;
        private final Duration lifeOfCredentials;
        private final Instance<Object> beans;

        /**
         * Whether a bean has given the caches: then no provider does later, while that bean is null since its engine is being
         * started again.
         */
        private boolean bound;

        /** Ours to close, though its caches could not be made. */
        private @Nullable CacheManager leftOpen;

        /**
         * @param lifeOfCredentials after which they are of no use
         * @param beans where a cache manager may be among
         */
        Opening(SharedCacheConfig config, Duration lifeOfCredentials, Instance<Object> beans) {
            this.config = config;
            this.lifeOfCredentials = lifeOfCredentials;
            this.beans = beans;
        }

        /**
         * Makes the caches, unless there are such, made by another application or by whoever runs the server.
         *
         * @throws CacheException when they cannot be had, which may be so because another application is making them now
         */
        @Override
        public SharedStores open() {
            Optional<CacheManager> bean = config.uri().isPresent() ? Optional.empty() : bean();
            if (bean.isPresent()) {
                bound = true;
                return new JCacheStores(bean.get(), false, config, lifeOfCredentials);
            }
            if (bound) {
                throw new CacheException("the CDI bean of type CacheManager is null, and was not before");
            }
            return ofProvider(Caching.getCachingProvider(OURS));
        }

        /** That of Payara is null where its data grid is switched off. */
        private Optional<CacheManager> bean() {
            Instance<CacheManager> managers = beans.select(CacheManager.class);
            if (managers.isAmbiguous()) {
                throw new CacheException("several CDI beans are of type CacheManager; set"
                        + " cognito.identity-pool.shared-cache.uri, or give all but one a qualifier");
            }
            return managers.isUnsatisfied() ? Optional.empty() : Optional.ofNullable(managers.get());
        }

        /**
         * Hazelcast makes any class loader but its provider's default a part of the names of caches, and it has another name at
         * each node. The cache manager of a provider that is not the application's is other applications' too.
         */
        SharedStores ofProvider(CachingProvider provider) {
            CacheManager manager = provider.getCacheManager(
                    config.uri().orElseGet(provider::getDefaultURI), provider.getDefaultClassLoader());
            boolean owned = OURS.equals(provider.getClass().getClassLoader());
            if (owned) {
                leftOpen = manager;
            }
            SharedStores stores = new JCacheStores(manager, owned, config, lifeOfCredentials);
            leftOpen = null;
            return stores;
        }

        /** Not before: other code of the application is given the same cache manager, and may have no caches there yet. */
        @Override
        public void close() {
            if (leftOpen != null) {
                leave(leftOpen, namesIn(config));
            }
        }
    }

    private record Store(Cache<String, Object> cache) implements SharedStore {

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(cache.get(key))
                    .map(value -> value instanceof byte[] bytes ? bytes : new byte[0]);
        }

        @Override
        public void put(String key, byte[] value) {
            cache.put(key, value);
        }

        @Override
        public void remove(String key) {
            cache.remove(key);
        }
    }
}
