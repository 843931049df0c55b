package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.server.AccessRule.AnyOf;
import io.github.cognitoee.internal.server.AccessRule.Everybody;
import io.github.cognitoee.internal.server.AccessRule.Nobody;
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

    /** As CDI containers make them. */
    static class ClosedProxy extends Closed {}

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Open.class, "plain", new Everybody()),
                Arguments.of(Open.class, "roles", new AnyOf(List.of("a", "b"))),
                Arguments.of(Open.class, "denied", new Nobody()),
                Arguments.of(Open.class, "permitted", new Everybody()),
                Arguments.of(Open.class, "contradicting", new Nobody()),
                Arguments.of(Open.class, "promised", new AnyOf(List.of("contract"))),
                Arguments.of(OfClassContract.class, "promised", new AnyOf(List.of("contract-class"))),
                Arguments.of(Closed.class, "plain", new AnyOf(List.of("class"))),
                Arguments.of(Closed.class, "exception", new Everybody()),
                Arguments.of(Closed.class, "denied", new Nobody()),
                Arguments.of(Overriding.class, "roles", new AnyOf(List.of("a", "b"))),
                Arguments.of(ClosedProxy.class, "plain", new AnyOf(List.of("class"))));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("rules")
    void theNearestAnnotationDecides(Class<?> resource, String method, AccessRule expected) throws Exception {
        assertThat(AccessRule.of(resource, resource.getMethod(method))).isEqualTo(expected);
    }

    @Test
    void anAnnotatedSubclassProtectsTheMethodsItInherits() throws Exception {
        assertThat(AccessRule.of(ClosedProxy.class, ClosedProxy.class.getMethod("promised")))
                .isEqualTo(new AnyOf(List.of("class")));
    }
}
