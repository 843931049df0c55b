package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.claims.ClaimProducer;
import io.github.cognitoee.internal.claims.DeploymentCheck;
import io.github.cognitoee.internal.claims.HeldClaims;
import io.github.cognitoee.internal.claims.InjectedToken;
import io.github.cognitoee.internal.config.SettingsReader;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Has the tokens and claims of MicroProfile JWT injected by the library, whatever the server would do about them, and stops
 * the deployment of an application that asks for claims in a way that would fail or mix up callers.
 */
public class ClaimsExtension implements Extension {

    /** Alternatives; one that is added after bean discovery began is never selected. */
    private static final List<Class<?>> ALTERNATIVES = List.of(InjectedToken.class, ClaimProducer.class);

    private final OwnModule own = new OwnModule(ClaimsExtension.class);
    private final Queue<CognitoConfigurationException> problems = new ConcurrentLinkedQueue<>();
    private final HeldClaims heldClaims = new HeldClaims();

    private final boolean enabled;

    /** For the container. */
    public ClaimsExtension() {
        this(new SettingsReader(ConfigSources.of(ClaimsExtension.class.getClassLoader())));
    }

    ClaimsExtension(SettingsReader reader) {
        this.enabled = isEnabled(reader);
    }

    /** {@link CognitoExtension} tells of a wrong value. */
    private static boolean isEnabled(SettingsReader reader) {
        try {
            return reader.enabled();
        } catch (CognitoConfigurationException e) {
            return true;
        }
    }

    void registerAlternatives(@Observes BeforeBeanDiscovery event) {
        ALTERNATIVES.forEach(type -> event.addAnnotatedType(type, own.idOf(type)));
    }

    <T> void checkLogin(@Observes @WithAnnotations(LoginConfig.class) ProcessAnnotatedType<T> event) {
        noteForeign(event.getAnnotatedType().getJavaClass());
    }

    <T extends HttpAuthenticationMechanism> void checkMechanism(@Observes ProcessAnnotatedType<T> event) {
        noteForeign(event.getAnnotatedType().getJavaClass());
    }

    <T, X> void checkClaims(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint point = event.getInjectionPoint();
        if (own.has(point.getMember().getDeclaringClass())) {
            note(() -> DeploymentCheck.of(point));
            heldClaims.note(point);
        }
    }

    /** The server's own MicroProfile JWT may take over where the library is switched off. */
    private void noteForeign(Class<?> type) {
        if (enabled && own.has(type)) {
            note(() -> DeploymentCheck.of(type));
        }
    }

    private void note(Runnable check) {
        try {
            check.run();
        } catch (CognitoConfigurationException e) {
            problems.add(e);
        }
    }

    void checkHeldClaims(@Observes AfterDeploymentValidation event, BeanManager beans) {
        heldClaims.problems(beans::areQualifiersEquivalent).forEach(event::addDeploymentProblem);
    }

    void tellProblems(@Observes AfterBeanDiscovery event) {
        problems.forEach(event::addDefinitionError);
    }
}
