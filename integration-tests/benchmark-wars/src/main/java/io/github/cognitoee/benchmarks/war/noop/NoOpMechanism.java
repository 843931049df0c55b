package io.github.cognitoee.benchmarks.war.noop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Tells the container about the caller and checks nothing: the least that a mechanism can do. */
@ApplicationScoped
public class NoOpMechanism implements HttpAuthenticationMechanism {

    private static final Set<String> GROUPS = Set.of("users");

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return context.notifyContainerAboutLogin("alice", GROUPS);
    }
}
