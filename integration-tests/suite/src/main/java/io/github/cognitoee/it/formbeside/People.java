package io.github.cognitoee.it.formbeside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows bob, whom Cognito does not know. */
@ApplicationScoped
public class People implements IdentityStore {

    /** Called by the container's handler of identity stores. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("bob", "Bob-Passw0rd")
                ? new CredentialValidationResult("bob", Set.of("users"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
