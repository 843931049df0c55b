package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.BeanNameResolver;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedBeansTest {

    private final NamedBeans named = new NamedBeans();
    private final Bean<?> settings = bean("settings");

    @Test
    void aBeanIsFoundByItsName() {
        named.collect(settings);
        BeanNameResolver resolver = named.in(container());

        assertThat(resolver.isNameResolved("settings")).isTrue();
        assertThat(resolver.getBean("settings")).isEqualTo("the instance of settings");
    }

    @Test
    void aBeanWithoutANameIsPassedOver() {
        named.collect(bean(null));

        assertThat(named.in(container()).isNameResolved("null")).isFalse();
    }

    @Test
    void aNameThatNobodyHasIsNotResolved() {
        named.collect(settings);

        assertThat(named.in(container()).isNameResolved("others")).isFalse();
        assertThat(named.in(container()).getBean("others")).isNull();
    }

    @Test
    void theContainerChoosesBetweenAlternatives() {
        named.collect(settings);
        named.collect(bean("settings"));

        assertThat(named.in(container()).getBean("settings")).isEqualTo("the instance of settings");
    }

    /** Prefers {@link #settings}. */
    private BeanManager container() {
        return fake(BeanManager.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "resolve" -> ((Set<?>) arguments[0]).contains(settings) ? settings : null;
            case "createCreationalContext" -> fake(CreationalContext.class, (context, called, with) -> null);
            case "getReference" -> "the instance of " + ((Bean<?>) arguments[0]).getName();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Bean<?> bean(String name) {
        return fake(Bean.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getName" -> name;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
