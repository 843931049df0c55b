package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesByRequestTest {

    private static final Predicate<String> NOTHING = role -> false;
    private static final Optional<CognitoCallerPrincipal> ALICE =
            Optional.of(TestTokens.verified(TestTokens.accessToken(Map.of()))).map(RolesByRequestTest::principal);

    @Test
    void theRequestsYesHoldsWhereTheContainerDeniesEverything() {
        SecurityContext security = asked(NOTHING, ALICE, "users"::equals);

        assertThat(security.isCallerInRole("users")).isTrue();
        assertThat(security.isCallerInRole("admins")).isFalse();
    }

    @Test
    void theContainersYesHoldsWithoutTheRequest() {
        assertThat(asked("users"::equals, ALICE, NOTHING).isCallerInRole("users"))
                .isTrue();
    }

    @Test
    void theRequestIsNotAskedOfACallerWhomCognitoDoesNotVouchFor() {
        assertThat(asked(NOTHING, Optional.empty(), role -> true).isCallerInRole("users"))
                .isFalse();
    }

    @Test
    void whereTheRequestCannotBeAskedTheContainersNoHolds() {
        SecurityContext security = asked(NOTHING, ALICE, role -> {
            throw new ContextNotActiveException("no request");
        });

        assertThat(security.isCallerInRole("users")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17, false", "23, false", "24, true", "25.0.1+8, true"})
    void theyAreNeededWhereNoPolicyCanBeInstalled(String java, boolean needed) {
        assertThat(RolesByRequest.areNeeded(Runtime.Version.parse(java))).isEqualTo(needed);
    }

    private static SecurityContext asked(
            Predicate<String> container, Optional<CognitoCallerPrincipal> caller, Predicate<String> request) {
        CurrentCaller current = new CurrentCaller() {
            @Override
            public Optional<CognitoCallerPrincipal> find() {
                return caller;
            }
        };
        return new Decorating(
                roles(SecurityContext.class, "isCallerInRole", container),
                current,
                roles(HttpServletRequest.class, "isUserInRole", request));
    }

    private static CognitoCallerPrincipal principal(VerifiedJwt token) {
        return new CognitoCallerPrincipal("alice", token, token.groups(), () -> {
            throw new AssertionError("no ID token is needed");
        });
    }

    private static <T> T roles(Class<T> type, String question, Predicate<String> roles) {
        InvocationHandler handler = (self, method, arguments) -> {
            assertThat(method.getName()).isEqualTo(question);
            return roles.test((String) arguments[0]);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What CDI makes of the decorator: it passes on what is not decorated, and is not asked for it here. */
    private static final class Decorating extends RolesByRequest {

        private static final long serialVersionUID = 1L;

        Decorating(SecurityContext container, CurrentCaller caller, HttpServletRequest request) {
            super(container, caller, request);
        }

        @Override
        public Principal getCallerPrincipal() {
            throw new AssertionError();
        }

        @Override
        public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
            throw new AssertionError();
        }

        @Override
        public Set<String> getAllDeclaredCallerRoles() {
            throw new AssertionError();
        }

        @Override
        public boolean hasAccessToWebResource(String resource, String... methods) {
            throw new AssertionError();
        }

        @Override
        public AuthenticationStatus authenticate(
                HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
            throw new AssertionError();
        }
    }
}
