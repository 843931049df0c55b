package io.github.cognitoee;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling: the caller of the current request, as the token says that let them in. Inject it anywhere.
 *
 * <pre>{@code
 * @Inject
 * CognitoCaller caller;
 *
 * String owner() {
 *     return caller.sub().orElseThrow();
 * }
 * }</pre>
 *
 * <p>The injected object is a stateless proxy: each method answers for the caller of the current thread's request, so
 * two callers never share an answer. For a caller who is anonymous every {@code Optional} and every set is empty. So
 * they are outside of a request, on threads that serve none, and for a caller whom another identity store of the
 * application vouches for. All sets are unmodifiable.
 *
 * <p>A claim that has no method here is read by {@code @Inject JsonWebToken}.
 */
public interface CognitoCaller {

    /** Whether Cognito vouches for nobody here. */
    boolean isAnonymous();

    /**
     * Whether no person is calling but an app client with its own secret ({@code client_credentials}): an access token
     * without a user name. Its {@link #sub()} is no person's.
     */
    boolean isMachine();

    /**
     * The caller's name, the same as {@code Principal.getName()}: the user name, or {@code client:<client_id>} for a
     * machine, unless the definition's {@code callerNameClaim} says otherwise. For people to read; a name may be used
     * again after its user was deleted.
     */
    Optional<String> name();

    /** {@code iss}: issuer of the caller's token; with {@link #sub()} the key under which to store the caller's data. */
    Optional<String> issuer();

    /**
     * {@code sub}: stable and unique within the user pool, and never given to anybody else; for a machine, its client id.
     */
    Optional<String> sub();

    /** {@code cognito:username} or {@code username}: the name in the user pool. Empty for a machine. */
    Optional<String> username();

    /**
     * {@code email}, where the token carries it and says by {@code email_verified} that it is the caller's. Only ID tokens
     * carry it.
     */
    Optional<String> email();

    /** The app client that the token was issued to: {@code client_id} of an access token, {@code aud} of an ID token. */
    Optional<String> clientId();

    /** {@code token_use}: {@code access} or {@code id}. Only the one carries scopes, only the other attributes. */
    Optional<String> tokenUse();

    /** {@code cognito:groups}, without those that Cognito adds for federated providers. Empty for a machine. */
    Set<String> groups();

    /**
     * What {@code @RolesAllowed} asks for: the roles that {@code cognito.roles.<group>} gives to a group, or else its own
     * name; where {@code cognito.scopes-as-roles} is on, {@code SCOPE_<scope>} too. Without what the application's other
     * identity stores may add.
     */
    Set<String> roles();

    /** {@code scope}: what the app client may do for the caller. Empty for an ID token, which carries none. */
    Set<String> scopes();

    /**
     * {@code cognito:roles}: ARNs of the IAM roles of the caller's groups, which {@link CognitoIdentity#withRole} may ask
     * for. What {@code @RolesAllowed} asks for are {@link #roles()}. Only ID tokens carry them: where an access token let the
     * caller in, {@link CognitoIdentity#awsRoles()} has those of the ID token that came with it.
     */
    Set<String> awsRoles();

    /**
     * {@code cognito:preferred_role}: the role of the caller's group of lowest precedence, which identity pools give to the
     * caller that choose by token. Only ID tokens carry it; none does where groups with different roles share the lowest
     * precedence.
     */
    Optional<String> preferredAwsRole();

    /** {@code auth_time}: when the caller signed in; a token got by refreshing has that of the sign-in. */
    Optional<Instant> authenticatedAt();

    /** {@code exp}: when the token expires. */
    Optional<Instant> expiresAt();
}
