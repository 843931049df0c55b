package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Has {@link SecurityContext#isCallerInRole} agree with {@link HttpServletRequest#isUserInRole} about a caller whom Cognito
 * vouches for. Soteria 3, the Jakarta Security of Payara 6, asks {@code java.security.Policy}, in which no container can
 * install itself any more from Java 24 on (JEP 486), so that every answer there is no; the rest of the server asks elsewhere.
 */
@Decorator
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public abstract class RolesByRequest implements SecurityContext, Serializable {

    private static final int WITHOUT_POLICY = 24;
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // as CDI has it
    private final SecurityContext container;

    @SuppressWarnings("serial") // a client proxy
    private final CurrentCaller caller;

    @SuppressWarnings("serial") // a client proxy
    private final HttpServletRequest request;

    @Inject
    RolesByRequest(@Delegate @Any SecurityContext container, CurrentCaller caller, HttpServletRequest request) {
        this.container = container;
        this.caller = caller;
        this.request = request;
    }

    /** Whether this Java is one on which they are needed. */
    public static boolean areNeeded(Runtime.Version java) {
        return java.feature() >= WITHOUT_POLICY;
    }

    @Override
    public boolean isCallerInRole(String role) {
        return container.isCallerInRole(role) || (caller.find().isPresent() && isUserInRole(role));
    }

    private boolean isUserInRole(String role) {
        try {
            return request.isUserInRole(role);
        } catch (IllegalStateException | ContextException outsideOfItsThread) {
            return false;
        }
    }
}
