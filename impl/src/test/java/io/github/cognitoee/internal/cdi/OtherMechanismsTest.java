package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
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

        others.collect(bean(CognitoAuthenticationMechanism.class));
        others.collect(bean(OtherMechanismsTest.class));

        assertThat(others.problem()).isEmpty();
    }

    @Test
    void definitionsOfJakartaAreNamedWithTheirClasses() {
        others.collect(WithForm.class);
        others.collect(WithBasic.class);
        others.collect(bean(CognitoAuthenticationMechanism.class));

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                        + " @BasicAuthenticationMechanismDefinition on " + WithBasic.class.getName()
                        + " and @FormAuthenticationMechanismDefinition on " + WithForm.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them"));
    }

    @Test
    void aMechanismOfTheApplicationIsNamed() {
        others.collect(bean(CognitoAuthenticationMechanism.class));
        others.collect(bean(OwnMechanism.class));

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                        + " the authentication mechanism " + OwnMechanism.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them"));
    }

    /** A bean of that class, with the types that its class has. */
    private static Bean<?> bean(Class<?> type) {
        return (Bean<?>) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {Bean.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBeanClass" -> type;
                    case "getTypes" -> Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                            .collect(Collectors.toSet());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
