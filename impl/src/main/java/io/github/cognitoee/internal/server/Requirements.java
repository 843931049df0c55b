package io.github.cognitoee.internal.server;

import io.github.cognitoee.RequiresAssurance;
import io.github.cognitoee.RequiresRecentLogin;
import io.github.cognitoee.RequiresScope;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link RequiresScope}, {@link RequiresRecentLogin} and {@link RequiresAssurance} demand, by the rule that all of them
 * add up: those of the class and of every type above it, of the method and of every method it overrides or implements.
 *
 * @param scopes of the caller's client, all of them
 * @param maxAge how long ago the caller may have signed in; empty for any time
 * @param assurances the levels that the sign-in must reach, all of them
 */
record Requirements(Set<String> scopes, Optional<Duration> maxAge, Set<String> assurances) {

    static final Requirements NONE = new Requirements(Set.of(), Optional.empty(), Set.of());

    Requirements {
        scopes = Set.copyOf(scopes);
        assurances = Set.copyOf(assurances);
    }

    /** What the type demands for whatever it does. */
    static Requirements of(Class<?> type) {
        return on(Overridden.lineage(type).toList());
    }

    /** What a call of the method on an object of the type demands. */
    static Requirements of(Class<?> type, Method method) {
        return on(Stream.concat(Overridden.lineage(type), Overridden.withOverridden(type, method))
                .toList());
    }

    private static Requirements on(List<? extends AnnotatedElement> elements) {
        return new Requirements(
                all(elements, RequiresScope.class, scope -> Stream.of(scope.value())),
                all(elements, RequiresRecentLogin.class, recent -> Stream.of(Duration.parse(recent.value()))).stream()
                        .min(Comparator.naturalOrder()),
                all(elements, RequiresAssurance.class, assurance -> Stream.of(assurance.value())));
    }

    private static <A extends Annotation, T> Set<T> all(
            List<? extends AnnotatedElement> elements, Class<A> annotation, Function<A, Stream<T>> values) {
        return elements.stream()
                .flatMap(element -> Stream.ofNullable(element.getDeclaredAnnotation(annotation)))
                .flatMap(values)
                .collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return scopes.isEmpty() && !concernSignIn();
    }

    /** Whether more than scopes is required. */
    boolean concernSignIn() {
        return maxAge.isPresent() || !assurances.isEmpty();
    }
}
