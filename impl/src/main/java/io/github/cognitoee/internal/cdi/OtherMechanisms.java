package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The authentication mechanisms of an application that are not ours; Jakarta Security knows one per application, and
 * which of two it takes is left to chance. Filled by the container's threads during discovery.
 */
final class OtherMechanisms {

    private final Set<String> definitions = new ConcurrentSkipListSet<>();
    private final Set<String> beans = new ConcurrentSkipListSet<>();

    /** Servers make a bean of a definition that names its annotation nowhere, so it is noted here. */
    void collect(Class<?> type) {
        Stream.<Class<? extends Annotation>>of(
                        BasicAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        OpenIdAuthenticationMechanismDefinition.class)
                .filter(type::isAnnotationPresent)
                .forEach(definition -> definitions.add("@" + definition.getSimpleName() + " on " + type.getName()));
    }

    /** Notes the bean, where it is a mechanism: no bean manager of ours is sure to see all beans of the application. */
    void collect(Bean<?> bean) {
        if (bean.getTypes().contains(HttpAuthenticationMechanism.class)
                && bean.getBeanClass() != CognitoAuthenticationMechanism.class) {
            beans.add("the authentication mechanism " + bean.getBeanClass().getName());
        }
    }

    /** What to say about them, once all beans are known; empty where ours is the only one. */
    Optional<CognitoConfigurationException> problem() {
        Set<String> others = definitions.isEmpty() ? beans : definitions;
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.OTHER_MECHANISM.exception(
                        "beside @CognitoAuthenticationMechanismDefinition this application has "
                                + String.join(" and ", others)
                                + ", and an application has one authentication mechanism; remove one of them"));
    }
}
