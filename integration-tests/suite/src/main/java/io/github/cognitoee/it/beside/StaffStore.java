package io.github.cognitoee.it.beside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows nobody, but gives alice a group. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

    @Override
    public Set<String> getCallerGroups(CredentialValidationResult result) {
        return "alice".equals(result.getCallerPrincipal().getName()) ? Set.of("staff") : Set.of();
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.PROVIDE_GROUPS);
    }
}
