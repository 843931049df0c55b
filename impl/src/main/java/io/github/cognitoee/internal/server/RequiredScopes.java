package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresScope;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The scopes that {@link RequiresScope} demands, by the rule that all of them add up: those of the class and of every type
 * above it, of the method and of every method it overrides or implements.
 */
record RequiredScopes(Set<String> all) {

    static final RequiredScopes NONE = new RequiredScopes(Set.of());

    RequiredScopes {
        all = Set.copyOf(all);
    }

    /** What the type demands for whatever it does. */
    static RequiredScopes of(Class<?> type) {
        return on(Overridden.lineage(type));
    }

    /** What a call of the method on an object of the type demands. */
    static RequiredScopes of(Class<?> type, Method method) {
        return on(Stream.concat(Overridden.lineage(type), Overridden.withOverridden(type, method)));
    }

    private static RequiredScopes on(Stream<? extends AnnotatedElement> elements) {
        Set<String> scopes = new TreeSet<>();
        elements.map(element -> element.getDeclaredAnnotation(RequiresScope.class))
                .forEach(required -> {
                    if (required != null) {
                        scopes.addAll(List.of(required.value()));
                    }
                });
        return new RequiredScopes(scopes);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", new TreeSet<>(all));
    }
}
