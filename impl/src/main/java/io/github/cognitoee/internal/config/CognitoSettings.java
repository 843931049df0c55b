package io.github.cognitoee.internal.config;

import java.util.Optional;
import java.util.Set;

/**
 * Everything this application's definition and its configuration say, checked and final. One instance per application.
 *
 * @param verification what a token must satisfy
 * @param tokenCacheBytes how much memory tokens that were seen before may take; 0 for none
 * @param callerNameClaim the claim that names the caller; empty for Cognito's own
 * @param roles how groups and scopes become roles
 * @param assuranceLevels the levels of assurance that sign-ins may reach
 * @param declaredRoles roles that no annotation of the application names but its code asks for
 * @param protectedResource what it publishes about itself, where it does
 * @param identityPool the identity pool, where the application has one
 * @param acceptsBearer whether callers may present tokens
 * @param managedLogin where people sign in, if the application has them do so
 * @param signIn how people sign in at the application's own pages; empty where it is not told by which app client
 */
public record CognitoSettings(
        VerificationConfig verification,
        long tokenCacheBytes,
        Optional<String> callerNameClaim,
        RoleMapping roles,
        AssuranceLevels assuranceLevels,
        Set<String> declaredRoles,
        Optional<ProtectedResource> protectedResource,
        Optional<IdentityPoolConfig> identityPool,
        boolean acceptsBearer,
        Optional<ManagedLoginConfig> managedLogin,
        Optional<SignInConfig> signIn) {

    public CognitoSettings {
        declaredRoles = Set.copyOf(declaredRoles);
    }
}
