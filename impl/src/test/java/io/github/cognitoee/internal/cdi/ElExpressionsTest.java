package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.config.Expressions;
import jakarta.el.BeanNameResolver;
import jakarta.el.ELException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElExpressionsTest {

    private final ClassLoader application = ElExpressionsTest.class.getClassLoader();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Expressions expressions =
            new ElExpressions(new Beans(Map.of("settings", new Settings("eu-west-1"))), application);

    @AfterEach
    void restoreTheThread() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void namedBeansAreSeen() {
        assertThat(expressions.evaluate("${settings.clients}")).isEqualTo(List.of("web", "mobile"));
        assertThat(expressions.evaluate("${settings.region}_AbCdEfGhI")).isEqualTo("eu-west-1_AbCdEfGhI");
    }

    @Test
    void whatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> expressions.evaluate("${nobody.region}")).isInstanceOf(ELException.class);
        assertThatThrownBy(() -> expressions.evaluate("${settings.nothing}")).isInstanceOf(ELException.class);
    }

    @Test
    void aThreadWithoutAClassLoaderWillDoAndStaysWithoutOne() {
        Thread.currentThread().setContextClassLoader(null);

        assertThat(expressions.evaluate("${settings.region}")).isEqualTo("eu-west-1");
        assertThat(Thread.currentThread().getContextClassLoader()).isNull();
    }

    /** Public, as Expression Language asks for. */
    public static final class Settings {

        private final String region;

        Settings(String region) {
            this.region = region;
        }

        public String getRegion() {
            return region;
        }

        public List<String> getClients() {
            return List.of("web", "mobile");
        }
    }

    private static final class Beans extends BeanNameResolver {

        private final Map<String, Object> byName;

        Beans(Map<String, Object> byName) {
            this.byName = byName;
        }

        @Override
        public boolean isNameResolved(String name) {
            return byName.containsKey(name);
        }

        @Override
        public Object getBean(String name) {
            return byName.get(name);
        }
    }
}
