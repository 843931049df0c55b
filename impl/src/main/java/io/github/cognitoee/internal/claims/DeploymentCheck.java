package io.github.cognitoee.internal.claims;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.claims.InjectedType.Access;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import org.eclipse.microprofile.auth.LoginConfig;

/** What is found out when an application is deployed: mistakes that would mix up callers, or fail in a request. */
public final class DeploymentCheck {

    private DeploymentCheck() {}

    /**
     * Looks at an injection point, whatever it is for.
     *
     * @throws CognitoConfigurationException where it is for a claim that cannot be injected there, or not without showing
     *     one caller's claim to another
     */
    public static void of(InjectionPoint point) {
        if (ClaimInjection.claim(point).isEmpty()) {
            return;
        }
        ClaimInjection injection = ClaimInjection.of(point);
        if (injection.type().access() == Access.ONCE) {
            Holder.outlivingTheRequest(point).ifPresent(holder -> {
                throw ClaimProblems.stale(point, injection.name(), holder);
            });
        } else if (!injection.type().isSerializable()) {
            Holder.storedBetweenRequests(point).ifPresent(holder -> {
                throw ClaimProblems.unserializable(point, injection.name(), holder);
            });
        }
    }

    /**
     * Looks at a class of the application, or one that the server adds to it.
     *
     * @throws CognitoConfigurationException where it turns the server's own MicroProfile JWT on, or is it
     */
    public static void of(Class<?> type) {
        LoginConfig login = type.getAnnotation(LoginConfig.class);
        if (login != null && login.authMethod().equalsIgnoreCase("MP-JWT")) {
            throw ClaimProblems.foreignLogin(type);
        }
        if (HttpAuthenticationMechanism.class.isAssignableFrom(type)
                && type.getName().startsWith("io.smallrye.jwt.")) {
            throw ClaimProblems.foreignMechanism(type);
        }
    }
}
