package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.OtherMechanism;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The authentication mechanisms of an application that are not ours, and who chooses between them. Jakarta Security 3.0
 * knows one mechanism per application, and which of two it takes is left to chance; 4.0 has a handler that chooses. Filled
 * by the container's threads during discovery.
 */
final class OtherMechanisms {

    private final boolean severalPossible;
    private final Set<String> definitions = new ConcurrentSkipListSet<>();
    private final Set<String> definitionsBeside = new ConcurrentSkipListSet<>();
    private final Set<String> beans = new ConcurrentSkipListSet<>();
    private final Set<String> madeBeans = new ConcurrentSkipListSet<>();
    private final Set<String> basicRealms = new ConcurrentSkipListSet<>();
    private final Set<String> handlerClasses = new ConcurrentSkipListSet<>();
    private final Set<String> idleHandlers = new ConcurrentSkipListSet<>();
    private volatile boolean classSeen;
    private volatile boolean handlerSelected;
    private volatile boolean choiceNeeded;

    /** @param severalPossible whether the server knows several mechanisms of one application */
    OtherMechanisms(boolean severalPossible) {
        this.severalPossible = severalPossible;
    }

    /** Servers make a bean of a definition that names its annotation nowhere, so it is noted here. */
    void collect(Class<?> type) {
        Stream.of(type.getAnnotationsByType(BasicAuthenticationMechanismDefinition.class))
                .forEach(basic -> basicRealms.add(basic.realmName()));
        note(definitions, type);
    }

    /** Notes the definitions of a class of another WAR of the EAR. */
    void collectBeside(Class<?> type) {
        note(definitionsBeside, type);
    }

    private static void note(Set<String> definitions, Class<?> type) {
        Stream.<Class<? extends Annotation>>of(
                        BasicAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        OpenIdAuthenticationMechanismDefinition.class)
                .forEach(definition -> note(definitions, definition, type));
    }

    private static void note(Set<String> definitions, Class<? extends Annotation> definition, Class<?> type) {
        String name = "@" + definition.getSimpleName() + " on " + type.getName();
        int times = type.getAnnotationsByType(definition).length;
        if (times > 0) {
            definitions.add(name);
        }
        if (times > 1) {
            definitions.add(name + " again");
        }
    }

    /** Notes a class of which there may be a bean: a mechanism, a handler of mechanisms, or one with definitions. */
    void collectClass(Class<?> type) {
        collect(type);
        if (Modifier.isAbstract(type.getModifiers())) {
            return;
        }
        if (HttpAuthenticationMechanism.class.isAssignableFrom(type)) {
            classSeen = true;
        }
        if (SecurityFour.isForeignHandler(type)) {
            handlerClasses.add(type.getName());
        }
    }

    /**
     * Notes the bean, where it is a mechanism or a handler of mechanisms: no bean manager of ours is sure to see all beans of the application.
     *
     * @param made by an extension, a server's of a definition for one
     */
    void collect(Bean<?> bean, boolean made) {
        if (bean.getTypes().contains(HttpAuthenticationMechanism.class)
                && bean.getBeanClass() != CognitoAuthenticationMechanism.class) {
            (made ? madeBeans : beans)
                    .add("the authentication mechanism " + bean.getBeanClass().getName());
        }
        if (!made && SecurityFour.isForeignHandler(bean)) {
            collectHandler(bean);
        }
    }

    /** The server has a handler itself, so that another is asked only where it is an alternative; unselected ones are no beans. */
    private void collectHandler(Bean<?> handler) {
        if (handler.isAlternative()) {
            handlerSelected = true;
        } else {
            idleHandlers.add(handler.getBeanClass().getName());
        }
    }

    /** What challenges callers, as far as it is known: one of several counts as unknown, and so does an expression. */
    OtherMechanism asOne() {
        return new OtherMechanism(
                others().size() == 1
                        ? basicRealms.stream()
                                .filter(realm -> !realm.contains("{"))
                                .findFirst()
                        : Optional.empty());
    }

    /** Whether the library's own handler is to choose; to be asked when all classes have been noted. */
    boolean needHandler(boolean oursHasQualifiers) {
        choiceNeeded = severalPossible && (classSeen || !definitions.isEmpty() || oursHasQualifiers);
        return choiceNeeded && handlerClasses.isEmpty();
    }

    /** What to say about them, once all beans are known; empty where ours is asked when it should be. */
    Optional<CognitoConfigurationException> problem() {
        if (handlerSelected) {
            return Optional.empty();
        }
        Set<String> idle = idle();
        if (!idle.isEmpty()) {
            return Optional.of(Problem.OTHER_MECHANISM.exception("this application has an"
                    + " HttpAuthenticationMechanismHandler that CDI does not select, and that would choose between no"
                    + " mechanisms: " + String.join(" and ", idle) + "; annotate it with @Alternative and"
                    + " @Priority(Interceptor.Priority.APPLICATION), or remove it"));
        }
        if (!definitionsBeside.isEmpty() && !madeBeans.isEmpty()) {
            return Optional.of(Problem.OTHER_MECHANISM.exception("another WAR of this EAR has "
                    + String.join(" and ", definitionsBeside)
                    + ", and CDI on this server has the mechanism that is made"
                    + " of it be one of this WAR too; deploy the WARs as applications of their own"));
        }
        Set<String> others = others();
        if (others.isEmpty() || (severalPossible && others.size() == 1)) {
            return Optional.empty();
        }
        return Optional.of(Problem.OTHER_MECHANISM.exception("beside @CognitoAuthenticationMechanismDefinition this"
                + " application has " + String.join(" and ", others)
                + (severalPossible
                        ? ", and no HttpAuthenticationMechanismHandler of its own that chooses between them; write one, or"
                                + " leave one other mechanism"
                        : ", and an application has one authentication mechanism; remove one of them")));
    }

    /** Handlers that are not selected, of which only the class is there where one is an alternative. */
    private Set<String> idle() {
        Set<String> idle = new TreeSet<>(idleHandlers);
        if (choiceNeeded) {
            idle.addAll(handlerClasses);
        }
        return idle;
    }

    private Set<String> others() {
        Set<String> named = new TreeSet<>(definitions);
        named.addAll(beans);
        return named.isEmpty() ? madeBeans : named;
    }
}
