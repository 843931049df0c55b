package io.github.cognitoee.internal.claims;

import jakarta.decorator.Decorator;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
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
import jakarta.interceptor.Interceptor;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EventListener;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a claim is injected into: the question is whether it serves one request, or many callers. */
final class Holder {

    private static final List<Class<? extends Annotation>> SHARED_COMPONENTS = List.of(
            Stateless.class,
            Stateful.class,
            Singleton.class,
            MessageDriven.class,
            Provider.class,
            Interceptor.class,
            Decorator.class);

    /** REST providers count without {@code @Provider} too: applications also register them by hand. */
    private static final List<Class<?>> SHARED_TYPES = List.of(
            Servlet.class,
            Filter.class,
            EventListener.class,
            Application.class,
            ContainerRequestFilter.class,
            ContainerResponseFilter.class,
            ExceptionMapper.class,
            MessageBodyReader.class,
            MessageBodyWriter.class,
            ReaderInterceptor.class,
            WriterInterceptor.class,
            ParamConverterProvider.class,
            ContextResolver.class,
            Feature.class,
            DynamicFeature.class);

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
        return SHARED_COMPONENTS.stream()
                .filter(type::isAnnotationPresent)
                .findFirst()
                .map(annotation -> "is @" + annotation.getSimpleName())
                .or(() -> SHARED_TYPES.stream()
                        .filter(shared -> shared.isAssignableFrom(type))
                        .findFirst()
                        .map(shared -> "is a " + shared.getSimpleName()))
                .or(() -> interceptsCalls(type) ? Optional.of("has an @AroundInvoke method") : Optional.empty());
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
