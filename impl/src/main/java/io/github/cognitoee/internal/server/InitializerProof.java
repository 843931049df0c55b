package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Stops the start of a web application that our initializer has not prepared: listeners are told of the start after all
 * initializers have run (Servlet 6.0 section 4.4), and CDI's is one of them. In a servlet container Weld is an initializer
 * itself, which tells in front of ours, so there a listener of our own has to ask; and Soteria is another, which registers
 * no mechanism where it runs before Weld. WildFly does not tell beans of a library, so {@link UndertowSecurityExtension}
 * asks there. Should a server go on, the mechanism refuses each request.
 */
@Dependent
public class InitializerProof {

    /** An attribute that Weld sets where it is an initializer. */
    private static final String WELD_IS_AN_INITIALIZER = "org.jboss.weld.environment.servlet.enhancedListenerUsed";

    private final Predicate<String> isRegistered;

    /** For the container. */
    public InitializerProof() {
        this(application -> AuthConfigFactory.getFactory().getConfigProvider("HttpServlet", application, null) != null);
    }

    /** @param isRegistered whether Jakarta Authentication has a mechanism for the application of this name */
    InitializerProof(Predicate<String> isRegistered) {
        this.isRegistered = isRegistered;
    }

    void require(@Observes @Initialized(ApplicationScoped.class) ServletContext context, Activation activation) {
        if (context.getAttribute(WELD_IS_AN_INITIALIZER) == null) {
            PreparedApplication.require(context);
        } else {
            // a name of Jakarta Authentication, whose parts listeners may not ask for
            String application = context.getVirtualServerName() + " " + context.getContextPath();
            context.addListener(new AfterInitializers(() -> !activation.active() || isRegistered.test(application)));
        }
    }

    /**
     * Told when all initializers have run.
     *
     * @param mechanismIsRegistered true too where nobody is to sign in
     */
    private record AfterInitializers(BooleanSupplier mechanismIsRegistered) implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent started) {
            PreparedApplication.require(started.getServletContext());
            if (!mechanismIsRegistered.getAsBoolean()) {
                throw new IllegalStateException(Problem.NOT_REGISTERED.message(
                        "Soteria has not registered the authentication mechanism, because its"
                                + " ServletContainerInitializer ran before Weld's; name"
                                + " org.jboss.weld.environment.servlet.EnhancedListener in"
                                + " WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer"));
            }
        }
    }
}
