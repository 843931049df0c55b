package io.github.cognitoee;

import java.util.Optional;
import java.util.Set;

/**
 * Who is calling: the caller of the current request, as Cognito describes them. Inject it anywhere.
 *
 * <p>The injected object is a stateless proxy: each method answers for the caller of the current thread's request. Two
 * callers never share an answer. Outside a request the caller is anonymous.
 */
public interface CognitoCaller {

    /** Whether nobody is signed in. */
    boolean isAnonymous();

    /** Issuer of the caller's token; with {@link #sub()} the key under which to store the caller's data. */
    Optional<String> issuer();

    /** The caller's {@code sub}: stable and unique within the user pool. Empty for an anonymous caller. */
    Optional<String> sub();

    /** The caller's user name in the pool. Empty for an anonymous caller and for a machine. */
    Optional<String> username();

    /** The caller's groups, which are their roles; without the groups Cognito adds for federated providers. */
    Set<String> groups();
}
