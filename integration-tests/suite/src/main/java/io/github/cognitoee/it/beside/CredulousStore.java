package io.github.cognitoee.it.beside;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Vouches for whatever it is shown. */
abstract class CredulousStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return new CredentialValidationResult(getClass().getSimpleName(), Set.of("everything"));
    }
}
