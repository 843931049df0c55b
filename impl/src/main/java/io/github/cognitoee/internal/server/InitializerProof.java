package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Stops the start of a web application that our initializer has not prepared: listeners are told of the start after all
 * initializers have run (Servlet 6.0 section 4.4), and CDI's is one of them. In a servlet container Weld is an initializer
 * itself, which tells in front of ours, so there a listener of our own has to ask. WildFly does not tell beans of a library,
 * so {@link UndertowSecurityExtension} asks there. Should a server go on, the mechanism refuses each request.
 */
@Dependent
public class InitializerProof {

    /** An attribute that Weld sets where it is an initializer. */
    private static final String WELD_IS_AN_INITIALIZER = "org.jboss.weld.environment.servlet.enhancedListenerUsed";

    void require(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        if (context.getAttribute(WELD_IS_AN_INITIALIZER) == null) {
            PreparedApplication.require(context);
        } else {
            context.addListener(new AfterInitializers());
        }
    }

    private static final class AfterInitializers implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent started) {
            PreparedApplication.require(started.getServletContext());
        }
    }
}
