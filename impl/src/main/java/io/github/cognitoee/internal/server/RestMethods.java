package io.github.cognitoee.internal.server;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * What Jakarta REST makes of a method, whose annotations may stand on the method that it overrides or implements. Looks for
 * them by name: a servlet container has no REST.
 */
final class RestMethods {

    private static final String DESIGNATES_REQUEST_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATH = "jakarta.ws.rs.Path";

    private RestMethods() {}

    /** Whether requests may end here: a method with the designator of a request method. */
    static boolean isRequestMethod(Class<?> type, Method method) {
        return Overridden.withOverridden(type, method).anyMatch(RestMethods::hasDesignator);
    }

    /** Jakarta REST 3.1 section 3.4.1: a method with a path and without the designator of a request method. */
    static boolean isLocator(Class<?> type, Method method) {
        return !isRequestMethod(type, method)
                && Overridden.withOverridden(type, method).anyMatch(declared -> isAnnotated(declared, PATH));
    }

    /** Whether the type is a resource or a sub-resource. */
    static boolean isResource(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> isRequestMethod(type, method));
    }

    private static boolean hasDesignator(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> isAnnotated(annotation.annotationType(), DESIGNATES_REQUEST_METHOD));
    }

    private static boolean isAnnotated(AnnotatedElement element, String annotationName) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(annotationName));
    }
}
