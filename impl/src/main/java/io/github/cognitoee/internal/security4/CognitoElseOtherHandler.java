package io.github.cognitoee.internal.security4;

import io.github.cognitoee.internal.mechanism.CognitoAuthenticationMechanism;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Chooses between Cognito's mechanism and the other one of an application: a request that presents what Cognito's judges (see
 * {@link CognitoAuthenticationMechanism#isPresentedIn}) is Cognito's, whether that is good or not; any other request, and so
 * the challenge of those who present nothing, is the other's, until the application asks for managed login. Where there is no
 * other, all requests are Cognito's. Where the application has a handler of its own, this one is not registered.
 */
@Alternative
@Priority(CognitoElseOtherHandler.BELOW_APPLICATIONS)
@ApplicationScoped
public class CognitoElseOtherHandler implements HttpAuthenticationMechanismHandler {

    /** A handler of the application that was not noticed, having its scope from a stereotype, wins. */
    static final int BELOW_APPLICATIONS = 1;

    private static final String CHOICE = CognitoElseOtherHandler.class.getName() + ".choice";

    /** Whose a request is, to its end and in all of its dispatches: a sign-out takes away what the request presented. */
    private enum Choice {
        COGNITO,
        OTHER
    }

    private final CognitoAuthenticationMechanism cognito;

    /** Cognito's where there is no other. */
    private final HttpAuthenticationMechanism other;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected CognitoElseOtherHandler() {
        this.cognito = null;
        this.other = null;
    }

    /** @throws IllegalStateException when there is more than one other mechanism: each request is answered 500 then */
    @Inject
    CognitoElseOtherHandler(
            @Any Instance<CognitoAuthenticationMechanism> cognito, @Any Instance<HttpAuthenticationMechanism> all) {
        this.cognito = cognito.get();
        this.other = other(all);
    }

    private HttpAuthenticationMechanism other(Instance<HttpAuthenticationMechanism> all) {
        List<HttpAuthenticationMechanism> others = all.handlesStream()
                .filter(handle -> handle.getBean().getBeanClass() != CognitoAuthenticationMechanism.class)
                .map(Instance.Handle::get)
                .toList();
        if (others.size() > 1) {
            throw new IllegalStateException("beside Cognito's there are " + others.size()
                    + " authentication mechanisms; write an HttpAuthenticationMechanismHandler that chooses");
        }
        return others.isEmpty() ? cognito : others.get(0);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (isCognitos(request) || CognitoAuthenticationMechanism.isAskedFor(context)) {
            return cognito.validateRequest(request, response, context);
        }
        cognito.leaveToOther(request);
        return other.validateRequest(request, response, context);
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return (isCognitos(request) ? cognito : other).secureResponse(request, response, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (isCognitos(request)) {
            cognito.cleanSubject(request, response, context);
            return;
        }
        try {
            cognito.tellOfSignOut(request);
        } finally {
            other.cleanSubject(request, response, context);
        }
    }

    private boolean isCognitos(HttpServletRequest request) {
        return other == cognito || choiceOf(request) == Choice.COGNITO;
    }

    private Choice choiceOf(HttpServletRequest request) {
        if (request.getAttribute(CHOICE) instanceof Choice made) {
            return made;
        }
        Choice choice = cognito.isPresentedIn(request) ? Choice.COGNITO : Choice.OTHER;
        request.setAttribute(CHOICE, choice);
        return choice;
    }
}
