package io.github.cognitoee.internal.server;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /**
     * The methods that are called on an object of the type, whatever their visibility: those of classes further up only
     * where none nearer overrides them. Without private and static ones, and those of {@link Object}.
     */
    static Collection<Method> called(Class<?> type) {
        Stream<Class<?>> classes = Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
        Map<Signature, Method> nearest = new LinkedHashMap<>();
        Stream.concat(
                        Arrays.stream(type.getMethods()),
                        classes.flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods())))
                .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0
                        && method.getDeclaringClass() != Object.class)
                .forEach(method -> nearest.putIfAbsent(Signature.of(method), method));
        return nearest.values();
    }

    private record Signature(String name, MethodType type) {

        static Signature of(Method method) {
            return new Signature(
                    method.getName(), MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
        }
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
