package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Caffeine's provider of JCache. */
class JCacheStoresTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] VALUE = {1, 2, 3};
    private static final ClassLoader LOADER = JCacheStores.class.getClassLoader();

    private final CachingProvider provider = Caching.getCachingProvider(LOADER);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void cachesAreMadeWhereThereAreNone() {
        SharedStores stores = open(config(Optional.empty()));

        assertThat(ofTheWar().getCacheNames()).containsExactlyInAnyOrder("cognito", "cognito.logins");
        stores.credentials().put("name", VALUE);
        assertThat(stores.credentials().get("name")).contains(VALUE);
        assertThat(stores.logins().get("name")).isEmpty();
        stores.credentials().remove("name");
        assertThat(stores.credentials().get("name")).isEmpty();
    }

    @Test
    void entriesExpireWithTheCredentials() {
        open(config(Optional.empty()));

        assertThat(expiryOf("cognito").getExpiryForCreation())
                .isEqualTo(new javax.cache.expiry.Duration(TimeUnit.SECONDS, 3600));
        assertThat(expiryOf("cognito").getExpiryForUpdate())
                .isEqualTo(new javax.cache.expiry.Duration(TimeUnit.SECONDS, 3600));
        assertThat(expiryOf("cognito.logins").getExpiryForCreation())
                .isEqualTo(new javax.cache.expiry.Duration(TimeUnit.SECONDS, 86_400));
    }

    @SuppressWarnings("unchecked")
    private ExpiryPolicy expiryOf(String cache) {
        CompleteConfiguration<?, ?> configuration =
                ofTheWar().getCache(cache).getConfiguration(CompleteConfiguration.class);
        return configuration.getExpiryPolicyFactory().create();
    }

    @Test
    void applicationsOfOneServerHaveTheSameCaches() {
        open(config(Optional.empty())).logins().put("name", VALUE);

        assertThat(open(config(Optional.empty())).logins().get("name")).contains(VALUE);
    }

    /** As whoever runs the server has configured them. */
    @Test
    void cachesThatAreThereAreTakenAsTheyAre() {
        ofTheWar().createCache("cognito", new MutableConfiguration<Object, Object>());

        SharedStores stores = open(config(Optional.empty()));
        stores.credentials().put("name", VALUE);

        assertThat(stores.credentials().get("name")).contains(VALUE);
    }

    @Test
    void whatIsNotBytesIsNothingOfOurs() {
        CacheManager manager = ofTheWar();
        manager.createCache("cognito", new MutableConfiguration<Object, Object>());
        manager.getCache("cognito").put("name", "text");

        assertThat(open(config(Optional.empty())).credentials().get("name")).contains(new byte[0]);
    }

    @Test
    void cachesThatSomebodyClosedOrDestroyedAreClosed() {
        SharedStores stores = open(config(Optional.empty()));
        assertThat(stores.isClosed()).isFalse();

        ofTheWar().destroyCache("cognito");
        assertThat(stores.isClosed()).isTrue();

        SharedStores anew = open(config(Optional.empty()));
        assertThat(anew.isClosed()).isFalse();
        ofTheWar().getCache("cognito.logins").close();
        assertThat(anew.isClosed()).isTrue();

        SharedStores last = open(config(Optional.empty()));
        ofTheWar().close();
        assertThat(last.isClosed()).isTrue();
        last.close();
    }

    @Test
    void theUriNamesTheCacheManager() {
        URI uri = URI.create("cognito");

        open(config(Optional.of(uri)), manager(URI.create("bean")));

        assertThat(manager(uri).getCacheNames()).contains("cognito");
        assertThat(manager(URI.create("bean")).getCacheNames()).isEmpty();
        assertThat(ofTheWar().getCacheNames()).isEmpty();
    }

    @Test
    void aCacheManagerThatIsABeanIsUsedAndLeftOpen() {
        CacheManager bean = manager(URI.create("bean"));

        SharedStores stores = open(config(Optional.empty()), bean);
        stores.close();

        assertThat(bean.getCacheNames()).contains("cognito");
        assertThat(bean.isClosed()).isFalse();
        assertThat(ofTheWar().getCacheNames()).isEmpty();
    }

    @Test
    void aCacheManagerOfTheProviderIsClosed() {
        SharedStores stores = open(config(Optional.empty()));
        CacheManager manager = ofTheWar();

        stores.close();

        assertThat(manager.isClosed()).isTrue();
        assertThatThrownBy(() -> stores.logins().get("name")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCacheManagerInWhichTheApplicationHasCachesStaysOpen() {
        ofTheWar().createCache("orders", new MutableConfiguration<Object, Object>());
        SharedStores stores = open(config(Optional.empty()));

        stores.close();

        assertThat(ofTheWar().getCacheNames()).containsExactly("orders");
        assertThat(stores.isClosed()).isTrue();
    }

    /** The application may have got it as well, and be about to make caches there. */
    @Test
    void aCacheManagerWhoseCachesCannotBeMadeIsClosedWithTheApplicationOnly() {
        CacheManager manager = ofTheWar();
        JCacheStores.Opening opening = opening();
        assertThatThrownBy(() -> opening.ofProvider(provider(LOADER, crowded(manager))))
                .hasMessage("no more caches");
        assertThat(manager.isClosed()).isFalse();

        opening.close();

        assertThat(manager.isClosed()).isTrue();
    }

    @Test
    void aCacheManagerWhoseCachesCannotBeMadeStaysOpenWhereTheApplicationHasCachesInIt() {
        CacheManager manager = ofTheWar();
        JCacheStores.Opening opening = opening();
        assertThatThrownBy(() -> opening.ofProvider(provider(LOADER, crowded(manager))))
                .hasMessage("no more caches");
        manager.createCache("orders", new MutableConfiguration<Object, Object>());

        opening.close();

        assertThat(manager.isClosed()).isFalse();
        assertThat(manager.getCacheNames()).containsExactly("orders");
    }

    @Test
    void cachesThatCouldNotBeMadeAreMadeByTheNextAttemptAndCloseByThemselves() {
        CacheManager manager = ofTheWar();
        JCacheStores.Opening opening = opening();
        assertThatThrownBy(() -> opening.ofProvider(provider(LOADER, crowded(manager))))
                .hasMessage("no more caches");

        SharedStores stores = opening.ofProvider(provider);
        opening.close();

        assertThat(stores.isClosed()).isFalse();
        stores.close();
        assertThat(manager.isClosed()).isTrue();
    }

    /** It is other applications' too, which may be serving; and each of them has another class loader. */
    @Test
    void aCacheManagerOfTheServersProviderIsThatOfAllApplicationsAndLeftOpen() {
        CacheManager manager = ofTheWar();
        SharedStores stores = open(provider(new ClassLoader(LOADER) {}, manager));

        stores.close();

        assertThat(manager.getCacheNames()).contains("cognito");
        assertThat(manager.isClosed()).isFalse();
    }

    @Test
    void aCacheManagerOfTheServersProviderIsNotClosedWhereCachesCannotBeMade() {
        CacheManager manager = ofTheWar();

        JCacheStores.Opening opening = opening();
        assertThatThrownBy(() -> opening.ofProvider(provider(new ClassLoader(LOADER) {}, crowded(manager))))
                .hasMessage("no more caches");

        opening.close();

        assertThat(manager.isClosed()).isFalse();
    }

    /** Hazelcast puts any other class loader into the names of caches, which no two nodes would share then. */
    @Test
    void cachesAreAskedForByTheProvidersOwnClassLoader() {
        List<ClassLoader> asked = new ArrayList<>();
        open(proxy(LOADER, CachingProvider.class, (self, method, arguments) -> {
            if (method.getName().equals("getCacheManager")) {
                asked.add((ClassLoader) arguments[1]);
            }
            return method.invoke(provider, arguments);
        }));

        assertThat(asked).containsExactly(provider.getDefaultClassLoader());
    }

    /** A provider whose class is of this loader. */
    private CachingProvider provider(ClassLoader loader, CacheManager manager) {
        return proxy(
                loader,
                CachingProvider.class,
                (self, method, arguments) ->
                        method.getName().equals("getCacheManager") ? manager : method.invoke(provider, arguments));
    }

    /** One that makes the first cache and then no more. */
    private static CacheManager crowded(CacheManager manager) {
        return proxy(LOADER, CacheManager.class, (self, method, arguments) -> {
            if (method.getName().equals("createCache")
                    && manager.getCacheNames().iterator().hasNext()) {
                throw new CacheException("no more caches");
            }
            return method.invoke(manager, arguments);
        });
    }

    private static SharedStores open(CachingProvider provider) {
        return opening().ofProvider(provider);
    }

    private static JCacheStores.Opening opening(@Nullable CacheManager... beans) {
        return new JCacheStores.Opening(config(Optional.empty()), HOUR, instanceOf(beans));
    }

    private static <T> T proxy(ClassLoader loader, Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }

    /** Payara's is null where its data grid is switched off. */
    @Test
    void aBeanThatIsNullIsNone() {
        open(config(Optional.empty()), new CacheManager[] {null});

        assertThat(ofTheWar().getCacheNames()).contains("cognito");
    }

    /** As is Payara's while its data grid is started again; the provider would start an engine of its own meanwhile. */
    @Test
    void aBeanThatIsNullNowIsWaitedFor() {
        @Nullable CacheManager[] beans = {manager(URI.create("bean"))};
        JCacheStores.Opening opening = opening(beans);
        opening.open();

        beans[0] = null;
        assertThatThrownBy(opening::open)
                .isInstanceOf(CacheException.class)
                .hasMessage("the CDI bean of type CacheManager is null, and was not before");
        assertThat(ofTheWar().getCacheNames()).isEmpty();

        beans[0] = manager(URI.create("anew"));
        opening.open();
        assertThat(manager(URI.create("anew")).getCacheNames()).contains("cognito");
    }

    @Test
    void twoBeansAreOneTooMany() {
        assertThatThrownBy(
                        () -> open(config(Optional.empty()), manager(URI.create("one")), manager(URI.create("other"))))
                .isInstanceOf(CacheException.class)
                .hasMessage("several CDI beans are of type CacheManager; set cognito.identity-pool.shared-cache.uri, or"
                        + " give all but one a qualifier");
    }

    /** The default one, as code in a WAR gets it. */
    private CacheManager ofTheWar() {
        return manager(provider.getDefaultURI());
    }

    private CacheManager manager(URI uri) {
        return provider.getCacheManager(uri, provider.getDefaultClassLoader());
    }

    private static SharedCacheConfig config(Optional<URI> uri) {
        return new SharedCacheConfig("cognito", List.of(CipherKey.random()), uri);
    }

    private static SharedStores open(SharedCacheConfig config, @Nullable CacheManager... beans) {
        return new JCacheStores.Opening(config, HOUR, instanceOf(beans)).open();
    }

    @SuppressWarnings("unchecked")
    private static Instance<Object> instanceOf(@Nullable CacheManager... beans) {
        return (Instance<Object>) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {Instance.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "select" -> {
                        assertThat(arguments[0]).isEqualTo(CacheManager.class);
                        yield proxy;
                    }
                    case "isUnsatisfied" -> beans.length == 0;
                    case "isAmbiguous" -> beans.length > 1;
                    case "get" -> Arrays.asList(beans).get(0);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
