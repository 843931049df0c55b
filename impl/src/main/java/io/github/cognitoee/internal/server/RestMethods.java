package io.github.cognitoee.internal.server;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What Jakarta REST makes of a method, whose annotations may stand on the method that it overrides or implements. */
final class RestMethods {

    private RestMethods() {}

    /** Whether requests may end here: a method with the designator of a request method. */
    static boolean isRequestMethod(Class<?> type, Method method) {
        return Overridden.withOverridden(type, method).anyMatch(RestMethods::hasDesignator);
    }

    /** Jakarta REST 3.1 section 3.4.1: a method with a path and without the designator of a request method. */
    static boolean isLocator(Class<?> type, Method method) {
        return !isRequestMethod(type, method)
                && Overridden.withOverridden(type, method)
                        .anyMatch(declared -> declared.isAnnotationPresent(Path.class));
    }

    /** Whether the type is a resource or a sub-resource. */
    static boolean isResource(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> isRequestMethod(type, method));
    }

    private static boolean hasDesignator(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
