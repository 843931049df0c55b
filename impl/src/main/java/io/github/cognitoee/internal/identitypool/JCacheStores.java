package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.spi.CachingProvider;

/**
 * Caches of JCache (JSR 107). The one class that knows it, loaded where an application shares credentials alone. Keys are
 * {@code String}, values {@code byte[]}: no provider needs a class of the application for them.
 */
final class JCacheStores implements SharedStores {

    /** A caller who comes back within a day is no call of {@code GetId}. */
    private static final Duration LIFE_OF_LOGINS = Duration.ofDays(1);

    private final CacheManager manager;
    private final boolean owned;
    private final SharedStore logins;
    private final SharedStore credentials;

    private JCacheStores(CacheManager manager, boolean owned, SharedCacheConfig config, Duration lifeOfCredentials) {
        this.manager = manager;
        this.owned = owned;
        this.logins = store(config.loginsName(), LIFE_OF_LOGINS);
        this.credentials = store(config.name(), lifeOfCredentials);
    }

    /**
     * Makes the caches, unless there are such, made by another application or by whoever runs the server.
     *
     * @param lifeOfCredentials after which they are of no use
     * @param beans where a cache manager may be among
     * @throws CacheException when they cannot be had, which may be so because another application is making them now
     */
    static SharedStores open(SharedCacheConfig config, Duration lifeOfCredentials, Instance<Object> beans) {
        Optional<CacheManager> bean = config.uri().isPresent() ? Optional.empty() : bean(beans);
        return new JCacheStores(bean.orElseGet(() -> ofProvider(config)), bean.isEmpty(), config, lifeOfCredentials);
    }

    /** That of Payara is null where its data grid is switched off. */
    private static Optional<CacheManager> bean(Instance<Object> beans) {
        Instance<CacheManager> managers = beans.select(CacheManager.class);
        if (managers.isAmbiguous()) {
            throw new CacheException("several CDI beans are of type CacheManager; set"
                    + " cognito.identity-pool.shared-cache.uri, or give all but one a qualifier");
        }
        return managers.isUnsatisfied() ? Optional.empty() : Optional.ofNullable(managers.get());
    }

    private static CacheManager ofProvider(SharedCacheConfig config) {
        ClassLoader loader = JCacheStores.class.getClassLoader();
        CachingProvider provider = Caching.getCachingProvider(loader);
        return provider.getCacheManager(config.uri().orElseGet(provider::getDefaultURI), loader);
    }

    private SharedStore store(String name, Duration life) {
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

    /** A bean is somebody else's to close. */
    @Override
    public void close() {
        if (owned) {
            manager.close();
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
