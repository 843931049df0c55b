package io.github.cognitoee.it.hazelcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import javax.cache.CacheManager;
import javax.cache.Caching;

/** Joins the cluster that {@code hazelcast.xml} describes, and leaves it: the bean of docs/shared-cache.md. */
@ApplicationScoped
public class HazelcastCaches {

    @Produces
    @ApplicationScoped
    CacheManager manager() {
        ClassLoader loader = HazelcastCaches.class.getClassLoader();
        return Caching.getCachingProvider("com.hazelcast.cache.HazelcastMemberCachingProvider", loader)
                .getCacheManager();
    }

    void close(@Disposes CacheManager manager) {
        manager.getCachingProvider().close();
    }
}
