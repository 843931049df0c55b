package io.github.cognitoee.internal.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The application's beans of one type, whatever their qualifiers. An injected {@code Instance} of ours does not see those of
 * the WAR on Payara. Filled by the container's threads during discovery.
 */
final class BeansOfType<T> {

    private final Class<T> type;
    private final Set<Bean<?>> beans = ConcurrentHashMap.newKeySet();

    BeansOfType(Class<T> type) {
        this.type = type;
    }

    void collect(Bean<?> bean) {
        if (bean.getTypes().contains(type)) {
            beans.add(bean);
        }
    }

    /** Dependent ones live as long as the application. */
    List<T> in(BeanManager container) {
        return beans.stream()
                .map(bean -> type.cast(container.getReference(bean, type, container.createCreationalContext(bean))))
                .toList();
    }
}
