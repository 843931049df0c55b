package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OtherMechanismsTest {

    private final OtherMechanisms others = new OtherMechanisms();

    @BasicAuthenticationMechanismDefinition
    private static class WithBasic {}

    @FormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue)
    private static class WithForm {}

    private abstract static class OwnMechanism implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return AuthenticationStatus.SUCCESS;
        }
    }

    @Test
    void oursAloneIsNoProblem() {
        others.collect(OtherMechanismsTest.class);

        assertThat(others.problem(knowing(CognitoAuthenticationMechanism.class)))
                .isEmpty();
    }

    @Test
    void definitionsOfJakartaAreNamedWithTheirClasses() {
        others.collect(WithForm.class);
        others.collect(WithBasic.class);

        assertThat(others.problem(knowing(CognitoAuthenticationMechanism.class)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                                + " @BasicAuthenticationMechanismDefinition on " + WithBasic.class.getName()
                                + " and @FormAuthenticationMechanismDefinition on " + WithForm.class.getName()
                                + ", and an application has one authentication mechanism; remove one of them"));
    }

    @Test
    void aMechanismOfTheApplicationIsNamed() {
        assertThat(others.problem(knowing(CognitoAuthenticationMechanism.class, OwnMechanism.class)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                                + " the authentication mechanism " + OwnMechanism.class.getName()
                                + ", and an application has one authentication mechanism; remove one of them"));
    }

    /** A container whose mechanisms are beans of these classes. */
    private static BeanManager knowing(Class<?>... mechanisms) {
        Set<Bean<?>> beans =
                Stream.of(mechanisms).map(OtherMechanismsTest::bean).collect(Collectors.toSet());
        return fake(BeanManager.class, (method, arguments) -> {
            assertThat(method).isEqualTo("getBeans");
            assertThat(arguments[0]).isEqualTo(HttpAuthenticationMechanism.class);
            assertThat((Object[]) arguments[1]).containsExactly(Any.Literal.INSTANCE);
            return beans;
        });
    }

    private static Bean<?> bean(Class<?> type) {
        return fake(Bean.class, (method, arguments) -> switch (method) {
            case "getBeanClass" -> type;
            case "hashCode" -> type.hashCode();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
