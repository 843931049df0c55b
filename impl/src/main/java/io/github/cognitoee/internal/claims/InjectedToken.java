package io.github.cognitoee.internal.claims;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Inject JsonWebToken} is: stateless, each method asks for the caller of its own thread. In a request without
 * a caller it is the empty token of MicroProfile JWT 2.1 ("Injection of JsonWebToken"), which answers null; on a thread
 * that serves no request each method throws {@link CallerRequiredException}.
 *
 * <p>A selected alternative, because a server may have a bean of its own; one of the application with its own priority,
 * such as a test's, wins over it.
 */
@Alternative
@Priority(InjectedToken.OVER_THE_SERVERS)
@ApplicationScoped
@Typed(JsonWebToken.class)
public class InjectedToken implements JsonWebToken {

    /** Above that of MicroProfile JWT implementations, which have 1, and below {@code APPLICATION}. */
    static final int OVER_THE_SERVERS = Interceptor.Priority.LIBRARY_BEFORE + 1;

    private final CurrentCaller currentCaller;
    private final HttpServletRequest request;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected InjectedToken() {
        this.currentCaller = null;
        this.request = null;
    }

    @Inject
    InjectedToken(CurrentCaller currentCaller, HttpServletRequest request) {
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @Override
    public @Nullable String getName() {
        return token().map(JsonWebToken::getName).orElse(null);
    }

    @Override
    public @Nullable Set<String> getClaimNames() {
        return token().map(JsonWebToken::getClaimNames).orElse(null);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // MicroProfile JWT leaves the type to the caller
    public <T> @Nullable T getClaim(String claimName) {
        return token().map(token -> token.<T>getClaim(claimName)).orElse(null);
    }

    /** {@inheritDoc} 0 for the empty token. */
    @Override
    public long getExpirationTime() {
        return token().map(JsonWebToken::getExpirationTime).orElse(0L);
    }

    /** {@inheritDoc} 0 for the empty token. */
    @Override
    public long getIssuedAtTime() {
        return token().map(JsonWebToken::getIssuedAtTime).orElse(0L);
    }

    private Optional<CognitoCallerPrincipal> token() {
        Optional<CognitoCallerPrincipal> caller = currentCaller.find();
        if (caller.isEmpty() && !servesRequest()) {
            throw ClaimProblems.outsideOfRequest();
        }
        return caller;
    }

    /** An active request scope proves nothing: executors and asynchronous beans have one of their own. */
    private boolean servesRequest() {
        try {
            return request.getMethod() != null;
        } catch (ContextException | IllegalStateException noRequest) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "JsonWebToken of the caller";
    }
}
