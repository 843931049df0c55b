package io.github.cognitoee.internal.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedAnnotationsTest {

    @RolesAllowed("admins")
    static class AdminServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }

    @RolesAllowed("admins")
    static class GuardedMethods {
        @GET
        @Path("list")
        public String list() {
            return "";
        }
    }

    static class GuardedLocator {
        @Path("items")
        @RolesAllowed("admins")
        public Object items() {
            return new Object();
        }
    }

    static class DeniedLocator {
        @Path("items")
        @DenyAll
        public Object items() {
            return new Object();
        }
    }

    @RolesAllowed("admins")
    static class LocatorInGuardedClass {
        @Path("items")
        public Object items() {
            return new Object();
        }
    }

    @RolesAllowed("admins")
    static class PermittedLocator {
        @Path("items")
        @PermitAll
        public Object items() {
            return new Object();
        }
    }

    @Test
    void rolesOnAServletStopTheDeployment() {
        assertThatThrownBy(() -> MisplacedAnnotations.refuse(AdminServlet.class))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0007: " + AdminServlet.class.getName() + " is a Servlet, on which @RolesAllowed and"
                        + " @DenyAll have no effect; use @ServletSecurity");
    }

    @ParameterizedTest
    @ValueSource(classes = {GuardedLocator.class, DeniedLocator.class, LocatorInGuardedClass.class})
    void rolesOnALocatorStopTheDeployment(Class<?> resource) {
        assertThatThrownBy(() -> MisplacedAnnotations.refuse(resource))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0008: " + resource.getName() + ".items is a sub-resource locator, on which role"
                        + " annotations have no effect; annotate the class that it returns, or its methods, and the"
                        + " locator with @PermitAll");
    }

    @ParameterizedTest
    @ValueSource(classes = {GuardedMethods.class, PermittedLocator.class})
    void whereTheyHaveEffectTheyMayStand(Class<?> resource) {
        assertThatCode(() -> MisplacedAnnotations.refuse(resource)).doesNotThrowAnyException();
    }
}
