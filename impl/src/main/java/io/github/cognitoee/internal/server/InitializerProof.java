package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;

/**
 * Stops the start of a web application that our initializer has not prepared: listeners are told of the start after all
 * initializers have run (Servlet 6.0 section 4.4), and CDI's is one of them. WildFly does not tell beans of a library, so
 * {@link UndertowSecurityExtension} asks there. Should a server go on, the mechanism refuses each request.
 */
@Dependent
public class InitializerProof {

    void require(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        PreparedApplication.require(context);
    }
}
