package io.github.cognitoee;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The developer-authenticated identities of the identity pool: who of the application's users has which identity. Inject it
 * where {@link DeveloperIdentities#provider()} is set. Stateless; thread-safe.
 *
 * <pre>{@code
 * @Inject
 * CognitoDeveloperIdentities identities;
 *
 * void joinAccounts(String oldAccount, String account) {
 *     identities.merge(oldAccount, account);
 * }
 * }</pre>
 *
 * <p>Each method calls AWS, signed with the application's own credentials unless it says otherwise: they need the operation of
 * the method's description. It throws {@link IdentityPoolRefusedException} for what Cognito refuses, and {@link
 * CognitoUnavailableException} where it cannot be asked now, or has been asked too often. What is cached of the identities
 * concerned is dropped in this instance of the application; others keep it until it expires.
 *
 * <p>Users are meant by the identifier of {@link io.github.cognitoee.spi.DeveloperUser}.
 */
public interface CognitoDeveloperIdentities {

    /** The identity id of a user, {@code LookupDeveloperIdentity}; empty for one who has none yet. */
    Optional<String> identityIdOf(String user);

    /**
     * The users of an identity, {@code LookupDeveloperIdentity}: page by page, as the stream is read. Reading throws what the
     * methods throw.
     */
    Stream<String> usersOf(String identityId);

    /**
     * Makes the identities of two users one, {@code MergeDeveloperIdentities}. Data in AWS that lies under the identity id
     * that goes does not move by itself.
     *
     * @param user whose identity goes
     * @param into whose identity they have from then on
     * @return the identity id of both
     */
    String merge(String user, String into);

    /** Takes an identity away from a user, who has a new one from then on: {@code UnlinkDeveloperIdentity}. */
    void unlink(String identityId, String user);

    /**
     * Takes logins away from the identity of the caller of this thread's request: {@code UnlinkIdentity}, which the caller's
     * own logins allow. Whoever comes with one of them has another identity from then on.
     *
     * @param providers names of the providers, such as {@code accounts.google.com}
     * @throws CallerRequiredException when nobody is signed in on this thread
     * @throws IdTokenRequiredException when the caller proved no ID token, and the application does not vouch for them
     */
    void unlinkFromCaller(Collection<String> providers);
}
