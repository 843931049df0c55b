package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.Activation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Tells who is calling in the request of this thread. Two witnesses must agree: the request, in which the mechanism wrote
 * the caller down, and the container, which forgets them at {@code logout()}. The container alone will not do: Payara
 * keeps its caller in an inheritable thread-local, so that a thread which an application starts in one caller's request
 * would have that caller for ever.
 */
@ApplicationScoped
public class CurrentCaller {

    private final BeanManager beanManager;
    private final RequestCaller requestCaller;
    private final Dispatches dispatches;
    private final ContainerWitness container;
    private final Optional<Instance<HttpServletRequest>> requestsOfContainer;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected CurrentCaller() {
        this.beanManager = null;
        this.requestCaller = null;
        this.dispatches = null;
        this.container = null;
        this.requestsOfContainer = null;
    }

    @Inject
    CurrentCaller(
            BeanManager beanManager,
            RequestCaller requestCaller,
            Dispatches dispatches,
            Activation activation,
            SecurityContext securityContext,
            Instance<HttpServletRequest> servletRequests) {
        this.beanManager = beanManager;
        this.requestCaller = requestCaller;
        this.dispatches = dispatches;
        this.container = new ContainerWitness(securityContext, servletRequests);
        this.requestsOfContainer = activation.storeAlone() ? Optional.of(servletRequests) : Optional.empty();
    }

    /** The caller that Cognito vouches for; empty when nobody is signed in, and on threads that serve no request. */
    public Optional<CognitoCallerPrincipal> find() {
        Optional<ServedRequest> request = requestOfScope();
        return request.isPresent()
                ? request.flatMap(ServedRequest::caller)
                        .filter(CurrentCaller::isSignedIn) // first: GlassFish 8 cannot be asked after a logout
                        .filter(container::knows)
                : dispatches.caller().filter(CurrentCaller::isSignedIn);
    }

    /**
     * Whom another mechanism or store of the application vouches for; empty where Cognito does, where nobody is signed in, and on
     * threads that serve no request.
     */
    public Optional<Principal> findOther() {
        return request().flatMap(ServedRequest::otherCaller);
    }

    /** The request that this thread serves; empty on threads that serve none. */
    public Optional<ServedRequest> request() {
        return requestOfScope().or(dispatches::request);
    }

    private static boolean isSignedIn(CognitoCallerPrincipal caller) {
        return !caller.hasSignedOut();
    }

    /** Whether this thread serves the request of somebody else, or of nobody; not so where it serves none. */
    public boolean isAnotherThan(Principal caller) {
        return (requestOfScope().isPresent() || dispatches.isServing()) && !isCalling(caller);
    }

    /**
     * Whom Cognito does not vouch for is known by their name alone: a principal may be equal to itself only, and each request may
     * have one of its own. What the application's beans say of them may change in the middle of a request.
     */
    private boolean isCalling(Principal caller) {
        Optional<CognitoCallerPrincipal> known = find();
        return caller instanceof CognitoCallerPrincipal person
                ? known.filter(person::isSamePersonAs).isPresent()
                : known.isEmpty()
                        && findOther()
                                .filter(other -> other.getName().equals(caller.getName()))
                                .isPresent();
    }

    private Optional<ServedRequest> requestOfScope() {
        return isScopeActive()
                ? requestCaller.request().or(() -> requestsOfContainer.flatMap(CurrentCaller::served))
                : Optional.empty();
    }

    /** Scopes that serve no request of a client have none. */
    private static Optional<ServedRequest> served(Instance<HttpServletRequest> requests) {
        try {
            return Optional.of(ServedRequest.ofContainer(requests.get()));
        } catch (ContextException | IllegalStateException noRequest) {
            return Optional.empty();
        }
    }

    private boolean isScopeActive() {
        try {
            return beanManager.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
