package io.github.cognitoee.spi;

import java.security.Principal;
import java.util.Optional;

/**
 * Says who callers without an ID token are to the identity pool, where the application vouches for them ({@code
 * DeveloperIdentities} of the definition). A CDI bean of this type is found by itself, and stands instead of the library's own
 * answer: {@code sub} of people who come with an access token, and nobody else. With two such beans the application is not
 * deployed.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Accounts implements DeveloperUsers {
 *     public Optional<DeveloperUser> userOf(Principal caller) {
 *         return caller instanceof JsonWebToken person && person.getSubject() != null
 *                 ? Optional.of(DeveloperUser.of(person.getIssuer() + "/" + person.getSubject()).withTag("department", "sales"))
 *                 : Optional.empty();
 *     }
 * }
 * }</pre>
 *
 * <p>Who has an identifier has that user's identity, with all that AWS gives to it: name nobody by what they can write
 * themselves, nor by a name that may be used again. Asked each time that somebody wants the caller's credentials, cached ones
 * included, on the thread of the caller's request: keep at hand what costs. Called by many threads at once.
 */
@FunctionalInterface
public interface DeveloperUsers {

    /**
     * The user that this caller is.
     *
     * @param caller who is signed in: a {@code JsonWebToken} where Cognito vouches for them, or what another mechanism or store
     *     of the application made
     * @return empty for a caller whom the application does not vouch for. Tags of the definition are added to those returned
     *     here, which win over them
     */
    Optional<DeveloperUser> userOf(Principal caller);
}
