package io.github.cognitoee.internal.server;

import io.github.cognitoee.InsufficientScopeException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.Activation;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.ProtectedResource;
import io.github.cognitoee.internal.mechanism.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Compares the scopes of the caller of this thread's request with those that are required. Thread-safe. */
@ApplicationScoped
public class ScopeCheck {

    private static final System.Logger LOG = System.getLogger(ScopeCheck.class.getName());

    private final CurrentCaller currentCaller;
    private final Challenge toAnonymous;
    private final Optional<ProtectedResource> resource;
    private final ConcurrentMap<Target, RequiredScopes> requiredByBeans = new ConcurrentHashMap<>();

    private record Target(Class<?> type, Method method) {}

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected ScopeCheck() {
        this.currentCaller = null;
        this.toAnonymous = null;
        this.resource = null;
    }

    @Inject
    ScopeCheck(CurrentCaller currentCaller, Activation activation, Instance<CognitoSettings> settings) {
        this(currentCaller, activation, settings.stream().findFirst().flatMap(CognitoSettings::protectedResource));
    }

    /** @param resource whose metadata the answers point to, where it publishes them */
    ScopeCheck(CurrentCaller currentCaller, Activation activation, Optional<ProtectedResource> resource) {
        this.currentCaller = currentCaller;
        this.toAnonymous = (activation.active() ? Challenge.SIGN_IN : Challenge.FORBIDDEN).pointingTo(resource);
        this.resource = resource;
    }

    /** For objects that the server creates outside of CDI. */
    static ScopeCheck find() {
        return CDI.current().select(ScopeCheck.class).get();
    }

    /** What a request is answered that may not pass. */
    Optional<Challenge> objection(RequiredScopes required, HttpServletRequest request) {
        return lacking(required).map(why -> challenge(required, request));
    }

    /** What a request is answered whose caller does not hold these scopes. */
    Challenge challenge(RequiredScopes required, HttpServletRequest request) {
        return request.getUserPrincipal() == null
                ? toAnonymous
                : Challenge.insufficientScope(required.all()).pointingTo(resource);
    }

    /** @throws InsufficientScopeException when the caller may not call this method of a bean */
    void requireFor(Class<?> type, Method method) {
        RequiredScopes required = requiredByBeans.computeIfAbsent(
                new Target(type, method), target -> RequiredScopes.of(target.type(), target.method()));
        if (required.isEmpty()) {
            throw new IllegalStateException(
                    "a scope is required of " + method + ", but its annotation cannot be found; write it there");
        }
        lacking(required).ifPresent(why -> {
            throw new InsufficientScopeException(
                    type.getName() + "." + method.getName() + " requires the scopes '" + required + "': " + why,
                    required.all());
        });
    }

    /** Why the caller does not hold them; empty when they do. */
    private Optional<String> lacking(RequiredScopes required) {
        Optional<CognitoCallerPrincipal> caller = currentCaller.find();
        if (caller.filter(held -> held.scopes().containsAll(required.all())).isPresent()) {
            return Optional.empty();
        }
        String why = caller.map(held -> held.carriesScopes()
                        ? "the caller's access token does not hold all of them"
                        : "the caller sent an ID token, which carries no scopes; have the client send its access token")
                .orElse("nobody is signed in with Cognito on this thread");
        LOG.log(Level.DEBUG, "scopes {0} are required: {1}", required, why);
        return Optional.of(why);
    }
}
