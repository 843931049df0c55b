package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeansOfTypeTest {

    private final BeansOfType<CharSequence> texts = new BeansOfType<>(CharSequence.class);

    @Test
    void beansThatHaveTheTypeAreFound() {
        texts.collect(bean("one", Set.of(String.class, CharSequence.class)));
        texts.collect(bean("two", Set.of(String.class, CharSequence.class)));
        texts.collect(bean("hidden", Set.of(String.class)));

        assertThat(texts.in(container())).containsExactlyInAnyOrder("one", "two");
    }

    /** The instance of a bean is its name. */
    private static BeanManager container() {
        return fake(BeanManager.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "createCreationalContext" -> fake(CreationalContext.class, (context, called, with) -> null);
            case "getReference" -> ((Bean<?>) arguments[0]).getName();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Bean<?> bean(String name, Set<?> types) {
        return fake(Bean.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getName" -> name;
            case "getTypes" -> types;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
