package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.server.AccessRule.Everybody;
import io.github.cognitoee.internal.server.AccessRule.Nobody;
import io.github.cognitoee.internal.server.AccessRule.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessRuleTest {

    interface Contract {
        @RolesAllowed("contract")
        void promised();
    }

    @RolesAllowed("contract-class")
    interface ClassContract {
        void promised();
    }

    static class Open implements Contract {
        public void plain() {}

        @RolesAllowed({"a", "b"})
        public void roles() {}

        @DenyAll
        public void denied() {}

        @PermitAll
        public void permitted() {}

        @DenyAll
        @PermitAll
        @RolesAllowed("a")
        public void contradicting() {}

        @Override
        public void promised() {}
    }

    static class OfClassContract implements ClassContract {
        @Override
        public void promised() {}
    }

    @RolesAllowed("class")
    static class Closed extends Open {
        @PermitAll
        public void exception() {}

        @Override
        public void plain() {}
    }

    static class Overriding extends Open {
        @Override
        public void roles() {}
    }

    interface Crud<T> {
        @RolesAllowed("writers")
        void put(T item);
    }

    @RolesAllowed("readers")
    interface ReadOnly<T> {
        void read(T item);
    }

    abstract static class Base<T> {
        @DenyAll
        public void replace(T item) {}

        public void list(T item) {}
    }

    static class Texts extends Base<String> implements Crud<String>, ReadOnly<String> {
        @Override
        public void put(String item) {}

        @Override
        public void read(String item) {}

        @Override
        public void replace(String item) {}

        @Override
        public void list(String item) {}
    }

    @RolesAllowed("admins")
    static class Guarded {
        public void guarded() {}
    }

    @PermitAll
    static class Opened extends Guarded {
        public void own() {}
    }

    @PermitAll
    static class Rewritten extends Guarded {
        @Override
        public void guarded() {}
    }

    static class Plain extends Guarded {
        public void own() {}
    }

    /** As CDI containers make them. */
    static class ClosedProxy extends Closed {}

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Open.class, "plain", new Everybody()),
                Arguments.of(Open.class, "roles", anyOf("a", "b")),
                Arguments.of(Open.class, "denied", new Nobody()),
                Arguments.of(Open.class, "permitted", new Everybody()),
                Arguments.of(Open.class, "contradicting", new Nobody()),
                Arguments.of(Open.class, "promised", anyOf("contract")),
                Arguments.of(OfClassContract.class, "promised", anyOf("contract-class")),
                Arguments.of(Closed.class, "plain", anyOf("class")),
                Arguments.of(Closed.class, "exception", new Everybody()),
                Arguments.of(Closed.class, "denied", new Nobody()),
                Arguments.of(Overriding.class, "roles", anyOf("a", "b")),
                Arguments.of(Opened.class, "guarded", anyOf("admins")),
                Arguments.of(Opened.class, "own", new Everybody()),
                Arguments.of(Rewritten.class, "guarded", new Everybody()),
                Arguments.of(Plain.class, "own", new Everybody()),
                Arguments.of(ClosedProxy.class, "plain", anyOf("class")));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("rules")
    void theNearestAnnotationDecides(Class<?> resource, String method, AccessRule expected) throws Exception {
        assertThat(AccessRule.of(resource, resource.getMethod(method))).isEqualTo(expected);
    }

    static Stream<Arguments> genericRules() {
        return Stream.of(
                Arguments.of("put", anyOf("writers")),
                Arguments.of("read", anyOf("readers")),
                Arguments.of("replace", new Nobody()),
                Arguments.of("list", new Everybody()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genericRules")
    void rulesAreInheritedThroughTypeParameters(String method, AccessRule expected) throws Exception {
        assertThat(AccessRule.of(Texts.class, Texts.class.getMethod(method, String.class)))
                .isEqualTo(expected);
    }

    @Test
    void anAnnotatedSubclassNarrowsWhatItInherits() throws Exception {
        assertThat(AccessRule.of(ClosedProxy.class, ClosedProxy.class.getMethod("promised")))
                .isEqualTo(new Roles(List.of(List.of("contract"), List.of("class"))));
    }

    private static AccessRule anyOf(String... roles) {
        return new Roles(List.of(List.of(roles)));
    }
}
