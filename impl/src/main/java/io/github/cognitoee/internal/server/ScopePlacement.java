package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.config.Problem;
import jakarta.servlet.Servlet;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that whoever wrote {@link RequiresScope} gets what they meant: that the scopes can be held, and that somebody
 * asks for them. An application where it is otherwise is not to be deployed.
 */
final class ScopePlacement {

    /** RFC 6749 section 3.3. */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private final BeanClasses beans;

    ScopePlacement(BeanClasses beans) {
        this.beans = beans;
    }

    /** Whether the type, or a method of it, is annotated. */
    static boolean concerns(Class<?> type) {
        return Stream.<AnnotatedElement>concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
                .anyMatch(ScopePlacement::isGuarded);
    }

    /** @throws CognitoConfigurationException when an annotation on this type, or in it, is wrong or has no effect */
    void check(Class<?> type) {
        List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isGuarded(method) && !method.isSynthetic())
                .toList();
        boolean whole = isGuarded(type);
        Stream.<AnnotatedElement>concat(Stream.of(type).filter(any -> whole), methods.stream())
                .forEach(ScopePlacement::checkValue);
        if (type.isAnnotation()) {
            throw misplaced(type.getName(), "is an annotation; write it where that one stands");
        }
        methods.forEach(method -> checkMethod(type, method));
        if (Servlet.class.isAssignableFrom(type)) {
            return;
        }
        if (whole) {
            checkLocators(type);
        }
        boolean guardsRequests = (!whole || RestMethods.isResource(type))
                && methods.stream().allMatch(method -> RestMethods.isRequestMethod(type, method));
        checkIntercepted(type, guardsRequests);
    }

    private static boolean isGuarded(AnnotatedElement element) {
        return element.getDeclaredAnnotation(RequiresScope.class) != null;
    }

    private static void checkValue(AnnotatedElement element) {
        String[] scopes = element.getDeclaredAnnotation(RequiresScope.class).value();
        if (scopes.length == 0
                || !Stream.of(scopes).allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw Problem.SCOPE_WRONG.exception("@RequiresScope on " + element + " names "
                    + Arrays.toString(scopes)
                    + ", expected at least one scope such as orders/write, each a string of its"
                    + " own without blanks and quotes");
        }
    }

    private static void checkMethod(Class<?> type, Method method) {
        String name = type.getName() + "." + method.getName();
        if (Servlet.class.isAssignableFrom(type)) {
            throw misplaced(name, "is a Servlet's method; annotate the class, or have two Servlets");
        }
        if (RestMethods.isLocator(type, method)) {
            throw misplaced(name, "is a sub-resource locator; annotate the class that it returns, or its methods");
        }
        if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)) != 0) {
            throw misplaced(name, "is private, static or final, so that no interceptor sees its calls");
        }
    }

    private static void checkLocators(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (RestMethods.isLocator(type, method)) {
                throw misplaced(
                        type.getName(),
                        "has the sub-resource locator " + method.getName() + ", which it would not guard; annotate its"
                                + " other methods, and the class that the locator returns");
            }
        }
    }

    /**
     * Each bean of the type has the annotation where interceptors look: on its class, or on the very method it has. There
     * need be none where requests are all that is guarded, and request methods need no interceptor.
     */
    private void checkIntercepted(Class<?> type, boolean guardsRequests) {
        List<Class<?>> ofType =
                beans.all().stream().filter(type::isAssignableFrom).toList();
        if (ofType.isEmpty() && !guardsRequests) {
            throw misplaced(type.getName(), "is no Servlet, no REST resource and no bean of CDI, nor a parent of one");
        }
        for (Class<?> bean : ofType) {
            if (bean.isAnnotationPresent(RequiresScope.class)) {
                continue;
            }
            for (Method method : Overridden.called(bean)) {
                if (!isGuarded(method) && !RestMethods.isRequestMethod(bean, method) && isMeant(bean, method)) {
                    throw misplaced(
                            type.getName(),
                            "is above the bean " + bean.getName() + ", whose method " + method.getName()
                                    + " does not inherit it; repeat it there");
                }
            }
        }
    }

    /** Whether an annotation above means this method: one on a type means what anybody may call. */
    private static boolean isMeant(Class<?> bean, Method method) {
        return Overridden.withOverridden(bean, method).anyMatch(ScopePlacement::isGuarded)
                || (Modifier.isPublic(method.getModifiers())
                        && !RequiredScopes.of(bean).isEmpty());
    }

    private static CognitoConfigurationException misplaced(String where, String why) {
        return Problem.SCOPE_MISPLACED.exception(
                "@RequiresScope would not be enforced where it stands: " + where + " " + why);
    }
}
