package io.github.cognitoee.it.infinispan;

import io.reactivex.rxjava3.schedulers.Schedulers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import javax.cache.CacheManager;
import javax.cache.Caching;

/** Opens what {@code infinispan.xml} describes, and leaves nothing behind: the bean of docs/shared-cache.md. */
@ApplicationScoped
public class InfinispanCaches {

    @Produces
    @ApplicationScoped
    CacheManager manager() {
        ClassLoader loader = InfinispanCaches.class.getClassLoader();
        return Caching.getCachingProvider(loader).getCacheManager(URI.create("infinispan.xml"), loader);
    }

    void close(@Disposes CacheManager manager) {
        manager.getCachingProvider().close();
        Schedulers.shutdown(); // Infinispan has RxJava start a thread that nobody else ends
    }
}
