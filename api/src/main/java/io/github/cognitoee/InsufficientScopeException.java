package io.github.cognitoee;

import java.util.Set;

/**
 * A bean that {@link RequiresScope} guards was called by somebody whose token does not hold the scopes, or by nobody at
 * all. Left alone it is answered by REST resources and Servlets: 403 {@code insufficient_scope}, or 401 to nobody.
 */
public class InsufficientScopeException extends CognitoException {

    private static final long serialVersionUID = 1L;

    private final Set<String> requiredScopes;

    public InsufficientScopeException(String message, Set<String> requiredScopes) {
        super(message);
        this.requiredScopes = Set.copyOf(requiredScopes);
    }

    /** All scopes that the call needs, those that the caller holds included. */
    public Set<String> requiredScopes() {
        return requiredScopes;
    }
}
