package io.github.cognitoee.it.plain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Would vouch for whatever it is shown, were it asked. */
@ApplicationScoped
public class PlainStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return new CredentialValidationResult("anybody", Set.of("users"));
    }

    /** After all others. */
    @Override
    public int priority() {
        return 1000;
    }
}
