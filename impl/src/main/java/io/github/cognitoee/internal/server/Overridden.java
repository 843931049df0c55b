package io.github.cognitoee.internal.server;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** What a method overrides or implements. */
final class Overridden {

    private Overridden() {}

    /** The type itself, the classes above it and all interfaces of theirs; some perhaps more than once. */
    static Stream<Class<?>> lineage(Class<?> type) {
        Stream<Class<?>> parents = Stream.concat(Stream.of(type.getInterfaces()), Stream.of(type.getSuperclass()))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(type), parents.flatMap(Overridden::lineage));
    }

    /** The method as a type has it, and those above that it overrides or implements there. */
    static Stream<Method> withOverridden(Class<?> type, Method method) {
        Stream<Method> above = lineage(type)
                .filter(parent -> parent.isAssignableFrom(method.getDeclaringClass()) || parent.isInterface())
                .flatMap(parent -> Arrays.stream(parent.getDeclaredMethods()))
                .filter(candidate -> isOverriddenBy(method, candidate));
        return Stream.concat(Stream.of(method), above).distinct();
    }

    /** By erasure, as a type parameter leaves no trace: too many candidates narrow a rule, too few would widen it. */
    static boolean isOverriddenBy(Method method, Method candidate) {
        if (!candidate.getName().equals(method.getName())
                || candidate.getParameterCount() != method.getParameterCount()) {
            return false;
        }
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (!candidate.getParameterTypes()[i].isAssignableFrom(method.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }
}
