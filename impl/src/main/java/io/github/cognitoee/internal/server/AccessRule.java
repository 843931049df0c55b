package io.github.cognitoee.internal.server;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may call a REST resource method, as its Jakarta Annotations say.
 *
 * <p>The annotation of the method decides; else that of the class that declares it; else those of the methods it overrides
 * or implements, with their classes', since REST annotations are inherited too and whoever annotated an interface meant
 * it. A class-level annotation on a subclass may narrow what it inherits, and never widens it.
 */
sealed interface AccessRule {

    /** Everybody, signed in or not. */
    record Everybody() implements AccessRule {}

    /** Nobody. */
    record Nobody() implements AccessRule {}

    /** Callers who hold one role of each of these lists. */
    record Roles(List<List<String>> oneOfEach) implements AccessRule {}

    static AccessRule of(Class<?> resourceClass, Method method) {
        Optional<AccessRule> onMethod = on(method);
        if (onMethod.isPresent()) {
            return onMethod.get();
        }
        Class<?> declaring = method.getDeclaringClass();
        Stream<AccessRule> declared = on(declaring).map(Stream::of).orElseGet(() -> inherited(declaring, method));
        Stream<AccessRule> narrowing = nearestBelow(declaring, resourceClass).stream();
        return Stream.concat(declared, narrowing).reduce(new Everybody(), AccessRule::both);
    }

    /** The rule that lets in whom both let in. */
    private static AccessRule both(AccessRule one, AccessRule other) {
        if (one instanceof Roles first && other instanceof Roles second) {
            return new Roles(Stream.of(first, second)
                    .flatMap(roles -> roles.oneOfEach().stream())
                    .distinct()
                    .toList());
        }
        return one instanceof Nobody || other instanceof Everybody ? one : other;
    }

    /** The class-level rule of the resource class, or of the nearest class above it and below the declaring one. */
    private static Optional<AccessRule> nearestBelow(Class<?> declaring, Class<?> resourceClass) {
        Optional<AccessRule> rule = Optional.empty();
        for (Class<?> type = resourceClass;
                rule.isEmpty() && type != null && type != declaring && declaring.isAssignableFrom(type);
                type = type.getSuperclass()) {
            rule = on(type);
        }
        return rule;
    }

    private static Stream<AccessRule> inherited(Class<?> type, Method method) {
        List<Class<?>> parents = new ArrayList<>(Arrays.asList(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            parents.add(type.getSuperclass());
        }
        return parents.stream()
                .flatMap(parent -> Stream.concat(
                        Stream.of(parent.getDeclaredMethods())
                                .filter(candidate -> Overridden.isOverriddenBy(method, candidate))
                                .flatMap(overridden -> on(overridden).or(() -> on(parent)).stream()),
                        inherited(parent, method)));
    }

    /** Several on one element contradict each other; the strictest wins. */
    private static Optional<AccessRule> on(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Nobody());
        }
        RolesAllowed rolesAllowed = element.getAnnotation(RolesAllowed.class);
        if (rolesAllowed != null) {
            return Optional.of(new Roles(List.of(List.of(rolesAllowed.value()))));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(new Everybody()) : Optional.empty();
    }
}
