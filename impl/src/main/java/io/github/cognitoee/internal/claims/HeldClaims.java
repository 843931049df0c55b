package io.github.cognitoee.internal.claims;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.claims.InjectedType.Access;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;

/**
 * Claims that are read once and held by {@code @Dependent} beans, which live as long as what they are injected into: longer
 * than the request, maybe. Works on the injection points that it is told of, because not every server's container lets an
 * extension ask for the beans of the application. Noted by the container's threads at deployment.
 */
public final class HeldClaims {

    private final Queue<InjectionPoint> points = new ConcurrentLinkedQueue<>();

    /** Notes an injection point, whatever it is for. */
    public void note(InjectionPoint point) {
        if (!point.isDelegate() && !Holder.isUsedDuringOneCall(point)) {
            points.add(point);
        }
    }

    /**
     * What is wrong with the injection points that were noted. A bean that could be the one that is injected is taken for
     * it: type arguments do not count, nor which alternatives the application selects.
     *
     * @param sameQualifier tells whether the container takes two qualifiers for the same
     */
    public List<CognitoConfigurationException> problems(BiPredicate<Annotation, Annotation> sameQualifier) {
        Map<Bean<?>, InjectionPoint> claims = claims(sameQualifier);
        return points.stream()
                .flatMap(point -> injected(point, claims, sameQualifier).stream()
                        .flatMap(claim -> Holder.outlivingTheRequest(point).stream()
                                .map(holder -> ClaimProblems.held(point, holder, claim))))
                .toList();
    }

    /** The dependent beans that hold claims, by themselves or in beans that are injected into them. */
    private Map<Bean<?>, InjectionPoint> claims(BiPredicate<Annotation, Annotation> sameQualifier) {
        Map<Bean<?>, InjectionPoint> claims = new HashMap<>();
        points.stream()
                .filter(HeldClaims::isReadOnce)
                .filter(HeldClaims::isOfDependent)
                .forEach(claim -> claims.putIfAbsent(claim.getBean(), claim));
        int before;
        do {
            before = claims.size();
            for (InjectionPoint point : points) {
                injected(point, claims, sameQualifier)
                        .filter(claim -> isOfDependent(point))
                        .ifPresent(claim -> claims.putIfAbsent(point.getBean(), claim));
            }
        } while (claims.size() > before);
        return claims;
    }

    private static Optional<InjectionPoint> injected(
            InjectionPoint point,
            Map<Bean<?>, InjectionPoint> claims,
            BiPredicate<Annotation, Annotation> sameQualifier) {
        return claims.entrySet().stream()
                .filter(held -> couldBeInjected(held.getKey(), point, sameQualifier))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isOfDependent(InjectionPoint point) {
        return point.getBean() != null
                && point.getBean().getScope() == Dependent.class
                && Holder.outlivingTheRequest(point).isEmpty();
    }

    private static boolean isReadOnce(InjectionPoint point) {
        return ClaimInjection.claim(point).isPresent()
                && InjectedType.of(point.getType())
                        .filter(type -> type.access() == Access.ONCE)
                        .isPresent();
    }

    private static boolean couldBeInjected(
            Bean<?> bean, InjectionPoint point, BiPredicate<Annotation, Annotation> sameQualifier) {
        return bean.getTypes().stream().anyMatch(type -> raw(type) == raw(point.getType()))
                && point.getQualifiers().stream()
                        .allMatch(wanted -> wanted instanceof Any
                                || bean.getQualifiers().stream().anyMatch(has -> sameQualifier.test(has, wanted)));
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    }
}
