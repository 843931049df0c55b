package io.github.cognitoee.internal.server;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.ScopeText;
import io.github.cognitoee.internal.config.WholeSeconds;
import jakarta.servlet.Servlet;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that whoever wrote {@link RequiresScope}, {@link RequiresRecentLogin} or {@link RequiresAssurance} gets what they
 * meant: that it can be had, and that somebody asks for it. An application where it is otherwise is not to be deployed.
 */
final class RequirementPlacement {

    private static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(RequiresScope.class, RequiresRecentLogin.class, RequiresAssurance.class);

    private final BeanClasses beans;
    private final Optional<AssuranceLevels> levels;

    /** @param levels empty where the library is switched off: they are not known then */
    RequirementPlacement(BeanClasses beans, Optional<AssuranceLevels> levels) {
        this.beans = beans;
        this.levels = levels;
    }

    /** Whether the type, or a method of it, is annotated. */
    static boolean concerns(Class<?> type) {
        return isGuarded(type) || !guardedMethods(type).isEmpty();
    }

    /** @throws CognitoConfigurationException when an annotation on these types, or in them, is wrong or has no effect */
    void check(Collection<Class<?>> types) {
        types.forEach(this::checkValues); // all: a type may demand what is written on another one
        types.forEach(this::checkPlace);
    }

    private void checkValues(Class<?> type) {
        Stream.concat(Stream.of(type), guardedMethods(type).stream()).forEach(element -> {
            checkScopes(element);
            checkAge(element);
            checkLevel(element);
        });
    }

    private void checkPlace(Class<?> type) {
        List<Method> methods = guardedMethods(type);
        boolean whole = isGuarded(type);
        if (type.isAnnotation()) {
            throw misplaced(type, type.getName(), "is an annotation; write it where that one stands");
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
        checkIntercepted(type, whole ? type : methods.get(0), guardsRequests);
    }

    private static List<Method> guardedMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isGuarded(method) && !method.isSynthetic())
                .toList();
    }

    private static boolean isGuarded(AnnotatedElement element) {
        return annotationOn(element).isPresent();
    }

    /** The first of them that stands there. */
    private static Optional<Class<? extends Annotation>> annotationOn(AnnotatedElement element) {
        return ANNOTATIONS.stream()
                .filter(annotation -> element.getDeclaredAnnotation(annotation) != null)
                .findFirst();
    }

    private static void checkScopes(AnnotatedElement element) {
        RequiresScope required = element.getDeclaredAnnotation(RequiresScope.class);
        if (required == null) {
            return;
        }
        String[] scopes = required.value();
        if (scopes.length == 0 || !Stream.of(scopes).allMatch(ScopeText::isOne)) {
            throw Problem.REQUIREMENT_WRONG.exception("@RequiresScope on " + element + " names "
                    + Arrays.toString(scopes)
                    + ", expected at least one scope such as orders/write, each a string of its"
                    + " own without blanks and quotes");
        }
    }

    private static void checkAge(AnnotatedElement element) {
        RequiresRecentLogin required = element.getDeclaredAnnotation(RequiresRecentLogin.class);
        if (required != null && WholeSeconds.parse(required.value()).isEmpty()) {
            throw Problem.REQUIREMENT_WRONG.exception("@RequiresRecentLogin on " + element + " is '" + required.value()
                    + "', expected a time of whole seconds, one at least, such as PT5M");
        }
    }

    private void checkLevel(AnnotatedElement element) {
        RequiresAssurance required = element.getDeclaredAnnotation(RequiresAssurance.class);
        if (required != null
                && levels.filter(known -> !known.has(required.value())).isPresent()) {
            throw Problem.REQUIREMENT_WRONG.exception("@RequiresAssurance on " + element + " is '" + required.value()
                    + "', expected one of cognito.assurance-levels: "
                    + String.join(", ", levels.get().ascending()));
        }
    }

    private static void checkMethod(Class<?> type, Method method) {
        String name = type.getName() + "." + method.getName();
        if (Servlet.class.isAssignableFrom(type)) {
            throw misplaced(method, name, "is a Servlet's method; annotate the class, or have two Servlets");
        }
        if (RestMethods.isLocator(type, method)) {
            throw misplaced(
                    method, name, "is a sub-resource locator; annotate the class that it returns, or its methods");
        }
        if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)) != 0) {
            throw misplaced(method, name, "is private, static or final, so that no interceptor sees its calls");
        }
    }

    private static void checkLocators(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (RestMethods.isLocator(type, method)) {
                throw misplaced(
                        type,
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
    private void checkIntercepted(Class<?> type, AnnotatedElement guarded, boolean guardsRequests) {
        List<Class<?>> ofType =
                beans.all().stream().filter(type::isAssignableFrom).toList();
        if (ofType.isEmpty() && !guardsRequests) {
            throw misplaced(
                    guarded, type.getName(), "is no Servlet, no REST resource and no bean of CDI, nor a parent of one");
        }
        for (Class<?> bean : ofType) {
            if (ANNOTATIONS.stream().anyMatch(bean::isAnnotationPresent)) {
                continue;
            }
            for (Method method : Overridden.called(bean)) {
                if (!isGuarded(method) && !RestMethods.isRequestMethod(bean, method) && isMeant(bean, method)) {
                    throw misplaced(
                            guarded,
                            type.getName(),
                            "is above the bean " + bean.getName() + ", whose method " + method.getName()
                                    + " does not inherit it; repeat it there");
                }
            }
        }
    }

    /** Whether an annotation above means this method: one on a type means what anybody may call. */
    private static boolean isMeant(Class<?> bean, Method method) {
        return Overridden.withOverridden(bean, method).anyMatch(RequirementPlacement::isGuarded)
                || (Modifier.isPublic(method.getModifiers())
                        && !Requirements.of(bean).isEmpty());
    }

    private static CognitoConfigurationException misplaced(AnnotatedElement guarded, String where, String why) {
        return Problem.REQUIREMENT_MISPLACED.exception(
                "@" + annotationOn(guarded).orElseThrow().getSimpleName() + " would not be enforced where it stands: "
                        + where + " " + why);
    }
}
