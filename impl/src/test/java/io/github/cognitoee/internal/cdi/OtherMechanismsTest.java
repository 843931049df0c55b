package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.config.OtherMechanism;
import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OtherMechanismsTest {

    private final OtherMechanisms others = new OtherMechanisms(false);

    @BasicAuthenticationMechanismDefinition
    private static class WithBasic {}

    @FormAuthenticationMechanismDefinition(loginToContinue = @LoginToContinue)
    private static class WithForm {}

    private static class OwnMechanism implements HttpAuthenticationMechanism {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return AuthenticationStatus.SUCCESS;
        }
    }

    private abstract static class AbstractHandler implements HttpAuthenticationMechanismHandler {}

    private static class OwnHandler extends AbstractHandler implements HttpAuthenticationMechanismHandler {
        @Override
        public AuthenticationStatus validateRequest(
                HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
            return AuthenticationStatus.SUCCESS;
        }
    }

    @BasicAuthenticationMechanismDefinition(realmName = "one")
    @BasicAuthenticationMechanismDefinition(realmName = "other")
    private static class WithTwo {}

    @BasicAuthenticationMechanismDefinition(realmName = "one")
    private static class WithOne {}

    @BasicAuthenticationMechanismDefinition(realmName = "${settings.realm}")
    private static class WithExpression {}

    private static final OtherMechanism UNKNOWN = new OtherMechanism(Optional.empty());

    @Test
    void oursAloneIsNoProblem() {
        others.collect(OtherMechanismsTest.class);

        others.collect(bean(CognitoAuthenticationMechanism.class), false);
        others.collect(bean(OtherMechanismsTest.class), false);

        assertThat(others.problem()).isEmpty();
    }

    @Test
    void definitionsOfJakartaAreNamedWithTheirClasses() {
        others.collect(WithForm.class);
        others.collect(WithBasic.class);
        others.collect(bean(CognitoAuthenticationMechanism.class), false);

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                        + " @BasicAuthenticationMechanismDefinition on " + WithBasic.class.getName()
                        + " and @FormAuthenticationMechanismDefinition on " + WithForm.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them"));
    }

    @Test
    void aMechanismOfTheApplicationIsNamed() {
        others.collect(bean(CognitoAuthenticationMechanism.class), false);
        others.collect(bean(OwnMechanism.class), false);

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                        + " the authentication mechanism " + OwnMechanism.class.getName()
                        + ", and an application has one authentication mechanism; remove one of them"));
    }

    @Test
    void whatAnExtensionMadeOfADefinitionIsNamedByTheDefinition() {
        others.collect(WithBasic.class);
        others.collect(bean(OwnMechanism.class), true);

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessageContaining("@BasicAuthenticationMechanismDefinition on ")
                .hasMessageNotContaining("OwnMechanism"));
    }

    @Test
    void whatAnExtensionMadeOfItsOwnAccordIsNamed() {
        others.collect(bean(OwnMechanism.class), true);

        assertThat(others.problem())
                .hasValueSatisfying(problem -> assertThat(problem).hasMessageContaining(OwnMechanism.class.getName()));
    }

    @Test
    void jakartasBasicIsKnownByItsRealm() {
        others.collect(WithOne.class);
        others.collect(bean(OwnMechanism.class), true);

        assertThat(others.asOne()).isEqualTo(new OtherMechanism(Optional.of("one")));
    }

    @Test
    void anyOtherIsKnownByNothing() {
        assertThat(others.asOne()).isEqualTo(UNKNOWN);

        others.collect(WithForm.class);

        assertThat(others.asOne()).isEqualTo(UNKNOWN);
    }

    @Test
    void oneOfSeveralIsKnownByNothingToo() {
        others.collect(WithOne.class);
        others.collect(WithForm.class);

        assertThat(others.asOne()).isEqualTo(UNKNOWN);
    }

    @Test
    void aRealmThatIsAnExpressionIsNotEvaluated() {
        others.collect(WithExpression.class);

        assertThat(others.asOne()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsMadeOfADefinitionOfAnotherWarIsNamedByThat() {
        others.collectBeside(WithForm.class);
        others.collect(bean(OwnMechanism.class), true);

        assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasMessage("COG-0013: another WAR of this EAR has @FormAuthenticationMechanismDefinition on "
                        + WithForm.class.getName()
                        + ", and CDI on this server has the mechanism that is made of it be one"
                        + " of this WAR too; deploy the WARs as applications of their own"));
    }

    @Test
    void aDefinitionOfAnotherWarIsNoProblemWhereNothingIsMadeOfIt() {
        others.collectBeside(WithForm.class);

        assertThat(others.problem()).isEmpty();
    }

    @Nested
    class UnderJakartaSecurity4 {

        private final OtherMechanisms others = new OtherMechanisms(true);

        @Test
        void oursAloneNeedsNobodyToChoose() {
            others.collectClass(OtherMechanismsTest.class);

            assertThat(others.needHandler(false)).isFalse();
            assertThat(others.problem()).isEmpty();
        }

        @Test
        void oursAloneWithQualifiersIsChosenByTheLibrary() {
            assertThat(others.needHandler(true)).isTrue();
        }

        @Test
        void betweenOursAndOneOtherTheLibraryChooses() {
            others.collect(WithBasic.class);

            assertThat(others.needHandler(false)).isTrue();
            assertThat(others.problem()).isEmpty();
        }

        @Test
        void aMechanismOfTheApplicationIsSeenByItsClass() {
            others.collectClass(OwnMechanism.class);

            assertThat(others.needHandler(false)).isTrue();
        }

        @Test
        void betweenMoreTheApplicationHasToChoose() {
            others.collect(WithBasic.class);
            others.collect(bean(OwnMechanism.class), false);

            assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                    .hasMessage("COG-0013: beside @CognitoAuthenticationMechanismDefinition this application has"
                            + " @BasicAuthenticationMechanismDefinition on " + WithBasic.class.getName()
                            + " and the authentication mechanism " + OwnMechanism.class.getName()
                            + ", and no HttpAuthenticationMechanismHandler of its own that chooses between them; write"
                            + " one, or leave one other mechanism"));
        }

        @Test
        void aDefinitionThatIsRepeatedMakesTwo() {
            others.collectClass(WithTwo.class);

            assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                    .hasMessageContaining("@BasicAuthenticationMechanismDefinition on " + WithTwo.class.getName()
                            + " and @BasicAuthenticationMechanismDefinition on " + WithTwo.class.getName() + " again"));
        }

        @Test
        void aHandlerOfWhichThereCanBeNoBeanChoosesNothing() {
            others.collectClass(AbstractHandler.class);
            others.collect(WithBasic.class);

            assertThat(others.needHandler(false)).isTrue();
        }

        @Test
        void theLibrarysOwnHandlerIsNotTheApplications() {
            others.collectClass(SecurityFour.ownHandler());
            others.collect(WithBasic.class);
            others.collect(bean(OwnMechanism.class), false);

            assertThat(others.problem()).isPresent();
        }

        @Test
        void aHandlerOfTheApplicationChoosesBetweenAnyNumber() {
            others.collectClass(OwnHandler.class);
            others.collect(WithBasic.class);
            others.collect(bean(OwnMechanism.class), false);
            others.collect(alternative(OwnHandler.class), false);

            assertThat(others.needHandler(true)).isFalse();
            assertThat(others.problem()).isEmpty();
        }

        @Test
        void aHandlerThatIsNoAlternativeIsNamed() {
            others.collectClass(OwnHandler.class);
            others.collect(WithBasic.class);
            others.collect(bean(OwnHandler.class), false);
            others.needHandler(false);

            assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                    .hasMessage("COG-0013: this application has an HttpAuthenticationMechanismHandler that CDI does not"
                            + " select, and that would choose between no mechanisms: " + OwnHandler.class.getName()
                            + "; annotate it with @Alternative and @Priority(Interceptor.Priority.APPLICATION), or remove"
                            + " it"));
        }

        @Test
        void soIsAnAlternativeThatNobodySelectedWhereSomebodyHasToChoose() {
            others.collectClass(OwnHandler.class);
            others.collect(WithBasic.class);
            others.needHandler(false);

            assertThat(others.problem()).hasValueSatisfying(problem -> assertThat(problem)
                    .hasMessageContaining("does not select")
                    .hasMessageContaining(OwnHandler.class.getName()));
        }

        @Test
        void anAlternativeThatNobodySelectedIsLeftAloneWhereOursIsTheOnlyMechanism() {
            others.collectClass(OwnHandler.class);
            others.needHandler(false);

            assertThat(others.problem()).isEmpty();
        }

        @Test
        void theServersOwnHandlerIsNotTheApplications() {
            others.collect(WithBasic.class);
            others.collect(bean(OwnHandler.class), true);
            others.needHandler(false);

            assertThat(others.problem()).isEmpty();
        }
    }

    private static Bean<?> alternative(Class<?> type) {
        return bean(type, true);
    }

    /** A bean of that class, with the types that its class has. */
    private static Bean<?> bean(Class<?> type) {
        return bean(type, false);
    }

    private static Bean<?> bean(Class<?> type, boolean alternative) {
        return (Bean<?>) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {Bean.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBeanClass" -> type;
                    case "isAlternative" -> alternative;
                    case "getTypes" -> Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                            .collect(Collectors.toSet());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
