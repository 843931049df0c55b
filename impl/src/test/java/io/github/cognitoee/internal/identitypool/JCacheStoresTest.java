package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
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
    void theUriNamesTheCacheManager() {
        URI uri = URI.create("cognito");

        open(config(Optional.of(uri)), manager(URI.create("bean")));

        assertThat(provider.getCacheManager(uri, LOADER).getCacheNames()).contains("cognito");
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

    /** Payara's is null where its data grid is switched off. */
    @Test
    void aBeanThatIsNullIsNone() {
        open(config(Optional.empty()), new CacheManager[] {null});

        assertThat(ofTheWar().getCacheNames()).contains("cognito");
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
        return provider.getCacheManager(uri, LOADER);
    }

    private static SharedCacheConfig config(Optional<URI> uri) {
        return new SharedCacheConfig("cognito", List.of(CipherKey.random()), uri);
    }

    private static SharedStores open(SharedCacheConfig config, @Nullable CacheManager... beans) {
        return JCacheStores.open(config, HOUR, instanceOf(beans));
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
