package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.Problem;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.Servlet;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Finds role annotations where no server enforces them and nobody could: an application that relies on one is not to be
 * deployed.
 */
final class MisplacedAnnotations {

    private MisplacedAnnotations() {}

    /** @throws CognitoConfigurationException when this class has one; the message says where it belongs instead */
    static void refuse(Class<?> type) {
        if (Servlet.class.isAssignableFrom(type) && isRestricted(type)) {
            throw Problem.ROLES_ON_SERVLET.exception(type.getName()
                    + " is a Servlet, on which @RolesAllowed and @DenyAll have no effect; use @ServletSecurity");
        }
        for (Method method : type.getDeclaredMethods()) {
            if (RestMethods.isLocator(type, method) && !(AccessRule.of(type, method) instanceof AccessRule.Everybody)) {
                throw Problem.ROLES_ON_LOCATOR.exception(type.getName() + "." + method.getName()
                        + " is a sub-resource locator, on which role annotations have no effect; annotate the class"
                        + " that it returns, or its methods, and the locator with @PermitAll");
            }
        }
    }

    private static boolean isRestricted(Class<?> type) {
        return Stream.<AnnotatedElement>concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                .anyMatch(element ->
                        element.isAnnotationPresent(RolesAllowed.class) || element.isAnnotationPresent(DenyAll.class));
    }
}
