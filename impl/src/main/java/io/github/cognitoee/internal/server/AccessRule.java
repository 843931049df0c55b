package io.github.cognitoee.internal.server;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Who may call a REST resource method, as its Jakarta Annotations say. */
sealed interface AccessRule {

    /** Everybody, signed in or not. */
    record Everybody() implements AccessRule {}

    /** Nobody. */
    record Nobody() implements AccessRule {}

    /** Callers in any of these roles. */
    record AnyOf(List<String> roles) implements AccessRule {}

    /**
     * The rule of a method: its own annotation, else that of the class, from the resource class upwards. A method
     * without any inherits those of the method it overrides or implements, as REST annotations do: whoever annotated an
     * interface meant it.
     */
    static AccessRule of(Class<?> resourceClass, Method method) {
        Optional<AccessRule> rule = on(method);
        for (Class<?> type = resourceClass; rule.isEmpty() && type != null; type = type.getSuperclass()) {
            rule = onMethodOrClass(type, method);
        }
        return rule.or(() -> onInterfaces(resourceClass, method)).orElse(new Everybody());
    }

    private static Optional<AccessRule> onMethodOrClass(Class<?> type, Method method) {
        return sameMethod(type, method).flatMap(AccessRule::on).or(() -> on(type));
    }

    private static Optional<AccessRule> onInterfaces(Class<?> resourceClass, Method method) {
        for (Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            for (Class<?> implemented : type.getInterfaces()) {
                Optional<AccessRule> rule = sameMethod(implemented, method)
                        .flatMap(declared -> on(declared).or(() -> on(implemented)))
                        .or(() -> onInterfaces(implemented, method));
                if (rule.isPresent()) {
                    return rule;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Method> sameMethod(Class<?> type, Method method) {
        try {
            return Optional.of(type.getDeclaredMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    /** Several on one element contradict each other; the strictest wins. */
    private static Optional<AccessRule> on(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Nobody());
        }
        RolesAllowed rolesAllowed = element.getAnnotation(RolesAllowed.class);
        if (rolesAllowed != null) {
            return Optional.of(new AnyOf(List.of(rolesAllowed.value())));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(new Everybody()) : Optional.empty();
    }
}
