package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.RequiresScope;
import org.junit.jupiter.api.Test;

class RequiredScopesTest {

    @RequiresScope("interface")
    interface Reading<T> {
        @RequiresScope("interface-method")
        void read(T id);
    }

    @RequiresScope("base")
    abstract static class Base {
        @RequiresScope("base-method")
        public void write() {}

        public void list() {}
    }

    @RequiresScope({"class", "class-too"})
    static class Orders extends Base implements Reading<String> {
        @Override
        @RequiresScope("method")
        public void read(String id) {}

        @Override
        public void write() {}
    }

    static class Proxy extends Orders {}

    static class Open {
        public void list() {}
    }

    @Test
    void allOnTheWayUpAddUp() throws NoSuchMethodException {
        assertThat(RequiredScopes.of(Orders.class, Orders.class.getMethod("read", String.class))
                        .all())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface", "method", "interface-method");
    }

    @Test
    void anOverriddenMethodStillCounts() throws NoSuchMethodException {
        assertThat(RequiredScopes.of(Orders.class, Orders.class.getMethod("write"))
                        .all())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface", "base-method");
    }

    @Test
    void aClassCountsForTheMethodsItInherits() throws NoSuchMethodException {
        assertThat(RequiredScopes.of(Proxy.class, Base.class.getMethod("list")).all())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface");
    }

    @Test
    void aTypeDemandsWhatStandsOnTypes() {
        assertThat(RequiredScopes.of(Proxy.class).all())
                .containsExactlyInAnyOrder("class", "class-too", "base", "interface");
    }

    @Test
    void withoutAnnotationsNothingIsDemanded() throws NoSuchMethodException {
        assertThat(RequiredScopes.of(Open.class, Open.class.getMethod("list")).isEmpty())
                .isTrue();
    }

    @Test
    void printsScopesAsTokensDo() {
        assertThat(RequiredScopes.of(Base.class)).hasToString("base");
    }
}
