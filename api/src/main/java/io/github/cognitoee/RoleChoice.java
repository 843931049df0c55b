package io.github.cognitoee;

/**
 * What chose the role of a caller's credentials. The identity pool does not tell, so this is what the role that STS
 * names and the caller's ID token show together: a pool that chooses by rules may have come to the same role as the token
 * by another way.
 */
public enum RoleChoice {

    /** {@link CognitoIdentity#withRole} or {@link CognitoCredentials#role()} asked for it. */
    REQUESTED,

    /** {@link ClassicFlow#role()}, in {@link IdentityPoolFlow#CLASSIC}: whatever the token would give. */
    CONFIGURED,

    /**
     * It is {@code cognito:preferred_role}: that of the caller's group of lowest precedence, or of all their groups that
     * share it.
     */
    PREFERRED_BY_TOKEN,

    /** The token prefers none, and it is the only one of {@code cognito:roles}. */
    ONLY_ONE_OF_TOKEN,

    /**
     * The token names several roles and prefers none, because groups with different roles share the lowest precedence:
     * the pool fell back to what it is configured for ({@code AmbiguousRoleResolution}), or chose by a rule. {@link
     * CognitoIdentity#withRole} decides it.
     */
    AMBIGUOUS_IN_TOKEN,

    /** The token does not speak of it: the pool's role for signed-in callers, or one of its rules. */
    BY_POOL
}
