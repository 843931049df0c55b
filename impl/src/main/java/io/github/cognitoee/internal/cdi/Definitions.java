package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.Expressions;
import io.github.cognitoee.internal.config.OtherMechanism;
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
    private final Set<Class<?>> stores = inNameOrder();
    private final Set<Class<?>> identityPools = inNameOrder();

    private static Set<Class<?>> inNameOrder() {
        return new ConcurrentSkipListSet<>((a, b) -> a.getName().compareTo(b.getName()));
    }

    void collect(Class<?> type) {
        if (type.isAnnotationPresent(CognitoAuthenticationMechanismDefinition.class)) {
            mechanisms.add(type);
        }
        if (type.isAnnotationPresent(CognitoIdentityStoreDefinition.class)) {
            stores.add(type);
        }
        if (type.isAnnotationPresent(CognitoIdentityPoolDefinition.class)) {
            identityPools.add(type);
        }
    }

    boolean hasMechanism() {
        return !mechanisms.isEmpty();
    }

    /** Whether the identity store stands alone; also where a mechanism is defined beside it, which is told elsewhere. */
    boolean hasStore() {
        return !stores.isEmpty();
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

    /**
     * Reads the settings.
     *
     * @param other the mechanism that the application has, should the store stand alone
     * @throws CognitoConfigurationException as {@link #check()}, or by reader
     */
    CognitoSettings read(SettingsReader reader, OtherMechanism other, Expressions expressions) {
        Optional<CognitoIdentityPoolDefinition> identityPool =
                identityPool().map(type -> type.getAnnotation(CognitoIdentityPoolDefinition.class));
        Class<?> definition = mechanismOrStore();
        return hasMechanism()
                ? reader.read(
                        definition.getName(),
                        definition.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                        identityPool,
                        expressions)
                : reader.readStore(
                        definition.getName(),
                        definition.getAnnotation(CognitoIdentityStoreDefinition.class),
                        other,
                        identityPool,
                        expressions);
    }

    /** @throws CognitoConfigurationException without exactly one mechanism or store, and at most one identity pool */
    void check() {
        mechanismOrStore();
        identityPool();
    }

    private Class<?> mechanismOrStore() {
        if (stores.isEmpty()) {
            return mechanism();
        }
        if (hasMechanism()) {
            throw Problem.TWO_DEFINITIONS.exception("expected one of @CognitoAuthenticationMechanismDefinition and"
                    + " @CognitoIdentityStoreDefinition, found the first on " + names(mechanisms)
                    + " and the second on " + names(stores)
                    + "; the store is for applications with another mechanism, so remove one of the two");
        }
        return single(stores, CognitoIdentityStoreDefinition.class).orElseThrow();
    }

    private static String names(Set<Class<?>> types) {
        return types.stream().map(Class::getName).collect(Collectors.joining(" and "));
    }

    private Optional<Class<?>> identityPool() {
        return single(identityPools, CognitoIdentityPoolDefinition.class);
    }

    private Class<?> mechanism() {
        return single(mechanisms, CognitoAuthenticationMechanismDefinition.class)
                .orElseThrow(() -> Problem.NO_DEFINITION.exception(
                        "Cognito EE is in this application, but no class that CDI finds carries"
                                + " @CognitoAuthenticationMechanismDefinition, or @CognitoIdentityStoreDefinition for passwords"
                                + " of another mechanism"
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
            throw Problem.TWO_DEFINITIONS.exception(
                    "expected one @" + definition.getSimpleName() + ", found it on " + names(types));
        }
        return types.stream().findFirst();
    }
}
