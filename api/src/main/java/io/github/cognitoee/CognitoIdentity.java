package io.github.cognitoee;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The caller's identity in the identity pool. Inject it anywhere; like {@link CognitoCredentials} it answers for the
 * caller of the current thread's request, asks the identity pool only when a method needs the answer, and throws the
 * same exceptions. {@link #captured()} carries it to other threads.
 */
public interface CognitoIdentity {

    /** The caller's identity id, {@code <region>:<guid>}: stable for this caller in this identity pool. */
    String identityId();

    /** When the credentials that {@link #credentials()} resolves now will expire. */
    Instant expiresAt();

    /**
     * The role that {@link #credentials()} act in. AWS STS is asked for it, once for each credentials that the identity pool
     * issues, and only where somebody asks here.
     */
    IssuedRole role();

    /** ARN of {@link #role()}. */
    default String roleArn() {
        return role().arn();
    }

    /**
     * {@code cognito:roles} of the caller's ID token, also where an access token let the caller in: ARNs of the IAM roles of
     * the caller's groups, in the token's order. AWS is not asked. Unmodifiable.
     */
    Set<String> awsRoles();

    /**
     * {@code cognito:preferred_role} of the caller's ID token, see {@link CognitoCaller#preferredAwsRole()}. AWS is not asked.
     */
    Optional<String> preferredAwsRole();

    /** A stateless provider of the current caller's credentials in this identity's role. */
    AwsCredentialsProvider credentials();

    /**
     * The same identity in another role. Nothing is asked before the result is used; what is used then throws {@link
     * IdentityPoolRefusedException} with {@link IdentityPoolRefusal#ROLE_NOT_HELD} for a role that the caller does not hold,
     * without a call to AWS where the ID token says so.
     *
     * @param roleArn ARN of one of {@link #awsRoles()}
     */
    CognitoIdentity withRole(String roleArn);

    /**
     * This identity, held fast: it stays the current caller's on every thread, for work that goes on after the request or
     * beside it.
     *
     * <pre>{@code
     * @Resource
     * ManagedExecutorService executor;
     *
     * @Inject
     * CognitoIdentity identity;
     *
     * void later(Function<AwsCredentialsProvider, String> work) {
     *     CognitoIdentity caller = identity.captured(); // in the request
     *     executor.submit(() -> work.apply(caller.credentials()));
     * }
     * }</pre>
     *
     * <p>It carries the caller's ID token and goes as far as that: {@link IdTokenRequiredException} from the moment that
     * token expires, {@link CallerRequiredException} from the moment the caller signs out in the request it was captured
     * in. Credentials that were resolved before keep until they expire. It is for one caller's work: in the request of
     * anybody else it throws {@link OtherCallerException}. It is not serialisable and prints nothing of the caller.
     *
     * <p>Cognito's callers are told apart by issuer and {@code sub}. Callers whom another mechanism or identity store of the
     * application signed in are so by {@link java.security.Principal#getName()} alone, as the principal may be another object in
     * each request: of two with one name, the captured identity of either is taken in the requests of both, and goes on giving the
     * credentials of the one it was captured of. Have no two stores name two people alike.
     *
     * @throws CallerRequiredException when nobody is signed in on this thread
     * @throws IdTokenRequiredException when the caller proved no ID token
     */
    CognitoIdentity captured();
}
