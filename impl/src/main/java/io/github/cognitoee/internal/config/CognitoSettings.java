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
 * @param baseUrl how the application knows its own address, and that of its clients
 * @param acceptsBearer whether callers may present tokens
 * @param managedLogin how people sign in at managed login, if the application has them do so
 * @param form how they sign in at a form of the application, if it has one
 * @param sessions how their sessions are kept, where they sign in with a browser
 * @param signIn how people sign in at the application's own pages; empty where it is not told by which app client
 * @param basic how callers send passwords, if they may
 * @param otherMechanism under which the identity store stands alone; empty where the mechanism is the library's
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
        BaseUrlConfig baseUrl,
        boolean acceptsBearer,
        Optional<ManagedLoginConfig> managedLogin,
        Optional<FormConfig> form,
        Optional<SessionConfig> sessions,
        Optional<SignInConfig> signIn,
        Optional<BasicConfig> basic,
        Optional<OtherMechanism> otherMechanism) {

    public CognitoSettings {
        declaredRoles = Set.copyOf(declaredRoles);
    }
}
