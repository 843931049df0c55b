package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.Problem;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    /** One of those that are there. */
    Optional<String> any() {
        return beans.stream()
                .map(bean -> bean.getBeanClass().getName())
                .sorted()
                .findFirst();
    }

    /** What to report where there are several, and one may be. */
    Optional<CognitoConfigurationException> problemUnlessOne(Problem severalProblem) {
        return beans.size() <= 1
                ? Optional.empty()
                : Optional.of(severalProblem.exception("expected one bean of type " + type.getName() + ", found "
                        + beans.stream()
                                .map(bean -> bean.getBeanClass().getName())
                                .sorted()
                                .collect(Collectors.joining(" and "))));
    }

    /** Dependent ones live as long as the application. */
    List<T> in(BeanManager container) {
        return beans.stream()
                .map(bean -> type.cast(container.getReference(bean, type, container.createCreationalContext(bean))))
                .toList();
    }
}
