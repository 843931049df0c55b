package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.Expressions;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SettingsReader;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** The classes of the application that carry a definition; filled by the container's threads during discovery. */
final class Definitions {

    private final Set<Class<?>> mechanisms = inNameOrder();
    private final Set<Class<?>> identityPools = inNameOrder();

    private static Set<Class<?>> inNameOrder() {
        return new ConcurrentSkipListSet<>((a, b) -> a.getName().compareTo(b.getName()));
    }

    void collect(Class<?> type) {
        if (type.isAnnotationPresent(CognitoAuthenticationMechanismDefinition.class)) {
            mechanisms.add(type);
        }
        if (type.isAnnotationPresent(CognitoIdentityPoolDefinition.class)) {
            identityPools.add(type);
        }
    }

    boolean hasMechanism() {
        return !mechanisms.isEmpty();
    }

    /** Of the mechanism; empty also where no single class defines it, which is told elsewhere. */
    List<Class<?>> qualifiers() {
        return mechanisms.size() == 1
                ? List.of(mechanisms
                        .iterator()
                        .next()
                        .getAnnotation(CognitoAuthenticationMechanismDefinition.class)
                        .qualifiers())
                : List.of();
    }

    /** @throws CognitoConfigurationException without exactly one mechanism and at most one identity pool, or by reader */
    CognitoSettings read(SettingsReader reader, Expressions expressions) {
        Class<?> mechanism = mechanism();
        return reader.read(
                mechanism.getName(),
                mechanism.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                identityPool().map(type -> type.getAnnotation(CognitoIdentityPoolDefinition.class)),
                expressions);
    }

    /** @throws CognitoConfigurationException without exactly one mechanism and at most one identity pool */
    void check() {
        mechanism();
        identityPool();
    }

    private Optional<Class<?>> identityPool() {
        return single(identityPools, CognitoIdentityPoolDefinition.class);
    }

    private Class<?> mechanism() {
        return single(mechanisms, CognitoAuthenticationMechanismDefinition.class)
                .orElseThrow(() -> Problem.NO_DEFINITION.exception(
                        "Cognito EE is in this application, but no class that CDI finds carries"
                                + " @CognitoAuthenticationMechanismDefinition"
                                + (identityPools.isEmpty()
                                        ? ""
                                        : " (@CognitoIdentityPoolDefinition stands on "
                                                + identityPools
                                                        .iterator()
                                                        .next()
                                                        .getName()
                                                + ", and needs it beside it)")
                                + ", so nobody could sign in. Annotate one class of the WAR; or, where nobody is to"
                                + " sign in with Cognito, set cognito.enabled=false"));
    }

    private static Optional<Class<?>> single(Set<Class<?>> types, Class<? extends Annotation> definition) {
        if (types.size() > 1) {
            throw Problem.TWO_DEFINITIONS.exception("expected one @" + definition.getSimpleName() + ", found it on "
                    + types.stream().map(Class::getName).collect(Collectors.joining(" and ")));
        }
        return types.stream().findFirst();
    }
}
