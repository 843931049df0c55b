package io.github.cognitoee.internal.cdi;

import jakarta.el.BeanNameResolver;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's beans by their names, for expressions. The resolver that CDI itself offers sees, when an extension of
 * a library asks, not the beans of the WAR on Payara. Filled by the container's threads during discovery.
 */
final class NamedBeans {

    private final Map<String, Set<Bean<?>>> byName = new ConcurrentHashMap<>();

    void collect(Bean<?> bean) {
        String name = bean.getName();
        if (name != null) {
            byName.computeIfAbsent(name, first -> ConcurrentHashMap.newKeySet()).add(bean);
        }
    }

    /** Resolves them, once the deployment has been validated. */
    BeanNameResolver in(BeanManager container) {
        return new Resolver(container);
    }

    private final class Resolver extends BeanNameResolver {

        private final BeanManager container;

        Resolver(BeanManager container) {
            this.container = container;
        }

        @Override
        public boolean isNameResolved(String name) {
            return byName.containsKey(name);
        }

        @Override
        public @Nullable Object getBean(String name) {
            return Optional.ofNullable(byName.get(name)).map(this::reference).orElse(null);
        }

        /** A dependent bean lives as long as the application: what it is asked may be kept. */
        private Object reference(Set<Bean<?>> candidates) {
            Bean<?> bean = container.resolve(candidates);
            CreationalContext<?> context = container.createCreationalContext(bean);
            return container.getReference(bean, Object.class, context);
        }
    }
}
