package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.Activation;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a thread serves, one thing after another, as the container and the mechanism tell it to {@link CurrentCaller}. */
public final class Requests {

    /** What CDI injects: one object for all requests. */
    private static final class Scope extends RequestCaller {

        private RequestCaller current = new RequestCaller();

        @Override
        public void serve(ServedRequest request) {
            current.serve(request);
        }

        @Override
        Optional<ServedRequest> request() {
            return current.request();
        }
    }

    private final Scope scope = new Scope();
    private final Dispatches dispatches = new Dispatches();
    private boolean isScopeActive;
    private boolean isSignedOut;
    private @Nullable HttpServletRequest request;
    private @Nullable Principal knownToContainer;

    public CurrentCaller currentCaller() {
        return new CurrentCaller(
                proxy(BeanManager.class, (self, method, arguments) -> requestContext()),
                scope,
                dispatches,
                new Activation(true, false),
                proxy(SecurityContext.class, (self, method, arguments) -> knownPrincipals()),
                servletRequests());
    }

    /** What a mechanism tells whom it serves. */
    public RequestCaller requestCaller() {
        return scope;
    }

    @SuppressWarnings("unchecked")
    private Instance<HttpServletRequest> servletRequests() {
        return proxy(Instance.class, (self, method, arguments) -> request);
    }

    private Set<Principal> knownPrincipals() {
        if (isSignedOut) {
            throw new NullPointerException("as GlassFish 8 answers after a logout");
        }
        return knownToContainer == null ? Set.of() : Set.of(knownToContainer);
    }

    /** The request of a caller who is signed in. */
    public void of(CognitoCallerPrincipal caller) {
        serve();
        ServedRequest.of(request).signedIn(caller);
        knownToContainer = caller;
    }

    /** The request of somebody whom another mechanism of the application signed in. */
    public void ofOther(Principal other) {
        serve();
        knownToContainer = other;
    }

    /** This very request, of a caller who is signed in. */
    public void of(HttpServletRequest served, CognitoCallerPrincipal caller) {
        blank();
        request = served;
        scope.serve(ServedRequest.of(served));
        ServedRequest.of(served).signedIn(caller);
        knownToContainer = caller;
    }

    /** This very request, of nobody. */
    public void of(HttpServletRequest served) {
        blank();
        request = served;
        scope.serve(ServedRequest.of(served));
    }

    /** The request of somebody, or of nobody. */
    public void of(Optional<CognitoCallerPrincipal> caller) {
        caller.ifPresentOrElse(this::of, this::serve);
    }

    private void serve() {
        blank();
        Map<Object, Object> attributes = new HashMap<>();
        request = proxy(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
            case "getUserPrincipal" -> knownToContainer;
            case "getSession" -> null;
            default -> throw new AssertionError(method);
        });
        scope.serve(ServedRequest.of(request));
    }

    /** The same request, after {@code logout()}. */
    public void signOut() {
        ServedRequest.of(request).signedOut(SignOutListener.NONE);
        knownToContainer = null;
        isSignedOut = true;
    }

    /** The same request in an asynchronous dispatch, in which Payara has no scope active. */
    public void dispatched() {
        isScopeActive = false;
        dispatches.begin(request);
    }

    /** Not a client's request, but a request scope that the server made for background work. */
    public void blank() {
        none();
        isScopeActive = true;
        scope.current = new RequestCaller();
        knownToContainer = null;
        isSignedOut = false;
    }

    /** No request at all; the container goes on to know whoever it knew, as Payara does. */
    public void none() {
        isScopeActive = false;
        dispatches.end();
    }

    private Context requestContext() {
        if (!isScopeActive) {
            throw new ContextNotActiveException("no request");
        }
        return proxy(Context.class, (self, method, arguments) -> true);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
