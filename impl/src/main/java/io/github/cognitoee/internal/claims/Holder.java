package io.github.cognitoee.internal.claims;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.interceptor.AroundInvoke;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a claim is injected into: the question is whether it serves one request, or many callers. */
final class Holder {

    /** By name, as all of these: a servlet container has neither EJB nor REST. */
    private static final List<String> SHARED_COMPONENTS = List.of(
            "jakarta.ejb.Stateless",
            "jakarta.ejb.Stateful",
            "jakarta.ejb.Singleton",
            "jakarta.ejb.MessageDriven",
            "jakarta.ws.rs.ext.Provider",
            "jakarta.interceptor.Interceptor",
            "jakarta.decorator.Decorator");

    /** REST providers count without {@code @Provider} too: applications also register them by hand. */
    private static final List<String> SHARED_TYPES = List.of(
            "jakarta.servlet.Servlet",
            "jakarta.servlet.Filter",
            "java.util.EventListener",
            "jakarta.ws.rs.core.Application",
            "jakarta.ws.rs.container.ContainerRequestFilter",
            "jakarta.ws.rs.container.ContainerResponseFilter",
            "jakarta.ws.rs.ext.ExceptionMapper",
            "jakarta.ws.rs.ext.MessageBodyReader",
            "jakarta.ws.rs.ext.MessageBodyWriter",
            "jakarta.ws.rs.ext.ReaderInterceptor",
            "jakarta.ws.rs.ext.WriterInterceptor",
            "jakarta.ws.rs.ext.ParamConverterProvider",
            "jakarta.ws.rs.ext.ContextResolver",
            "jakarta.ws.rs.core.Feature",
            "jakarta.ws.rs.container.DynamicFeature");

    private Holder() {}

    /**
     * Says what it is that outlives the request; empty where nothing does, as far as can be told: a {@code @Dependent} bean
     * lives as long as the one that it is injected into.
     */
    static Optional<String> outlivingTheRequest(InjectionPoint point) {
        if (isUsedDuringOneCall(point)) {
            return Optional.empty();
        }
        Bean<?> bean = point.getBean();
        if (bean == null || bean.getScope() == Dependent.class) {
            return sharedComponent(bean == null ? declaringType(point) : bean.getBeanClass());
        }
        return bean.getScope() == RequestScoped.class ? Optional.empty() : scope(bean);
    }

    /** Says what it is that a server may store and read back; empty where it is nothing of that kind. */
    static Optional<String> storedBetweenRequests(InjectionPoint point) {
        return Optional.<Bean<?>>ofNullable(point.getBean())
                .filter(bean -> {
                    NormalScope scope = bean.getScope().getAnnotation(NormalScope.class);
                    return scope != null && scope.passivating();
                })
                .flatMap(Holder::scope);
    }

    private static Optional<String> scope(Bean<?> bean) {
        return Optional.of("is @" + bean.getScope().getSimpleName());
    }

    /** The component itself where the field or method is inherited, as far as the container tells. */
    private static Class<?> declaringType(InjectionPoint point) {
        if (point.getAnnotated() instanceof AnnotatedMember<?> member) {
            return member.getDeclaringType().getJavaClass();
        }
        return point.getMember().getDeclaringClass();
    }

    private static Optional<String> sharedComponent(Class<?> type) {
        Set<String> annotations = names(Arrays.stream(type.getAnnotations()).map(Annotation::annotationType));
        Set<String> types = names(lineage(type));
        return firstOf(SHARED_COMPONENTS, annotations)
                .map(annotation -> "is @" + annotation)
                .or(() -> firstOf(SHARED_TYPES, types).map(shared -> "is a " + shared))
                .or(() -> interceptsCalls(type) ? Optional.of("has an @AroundInvoke method") : Optional.empty());
    }

    private static Set<String> names(Stream<? extends Class<?>> types) {
        return types.map(Class::getName).collect(Collectors.toSet());
    }

    private static Optional<String> firstOf(List<String> names, Set<String> found) {
        return names.stream()
                .filter(found::contains)
                .findFirst()
                .map(name -> name.substring(name.lastIndexOf('.') + 1));
    }

    /** The type itself, the classes above it and all interfaces of theirs. */
    private static Stream<Class<?>> lineage(Class<?> type) {
        Stream<Class<?>> parents =
                Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
        return Stream.concat(Stream.of(type), parents.flatMap(Holder::lineage));
    }

    /** An interceptor needs no other mark where {@code @Interceptors} names it. */
    private static boolean interceptsCalls(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .anyMatch(method -> method.isAnnotationPresent(AroundInvoke.class));
    }

    /** Parameters of an observer are. */
    static boolean isUsedDuringOneCall(InjectionPoint point) {
        return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
                && parameter.getDeclaringCallable().getParameters().stream()
                        .anyMatch(sibling -> sibling.isAnnotationPresent(Observes.class)
                                || sibling.isAnnotationPresent(ObservesAsync.class));
    }
}
