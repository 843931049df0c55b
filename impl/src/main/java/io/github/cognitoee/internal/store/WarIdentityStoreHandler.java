package io.github.cognitoee.internal.store;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.INVALID;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.Status.VALID;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the identity stores of one WAR alone, by the rules of Jakarta Security 3.0 (section 3.3.2). For EARs of several WARs
 * with stores: the server's own handler serves the whole EAR there, so that it would know the stores of one WAR and
 * give callers of the others the groups that those provide. Thread-safe.
 */
@Alternative
@Priority(WarIdentityStoreHandler.BELOW_APPLICATIONS)
@ApplicationScoped
public class WarIdentityStoreHandler implements IdentityStoreHandler {

    static final int BELOW_APPLICATIONS = Interceptor.Priority.LIBRARY_BEFORE;

    private final List<IdentityStore> validating;
    private final List<IdentityStore> providingGroups;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected WarIdentityStoreHandler() {
        this.validating = null;
        this.providingGroups = null;
    }

    @Inject
    WarIdentityStoreHandler(OwnIdentityStores stores) {
        this.validating = stores.all().stream()
                .filter(store -> store.validationTypes().contains(VALIDATE))
                .toList();
        this.providingGroups = stores.all().stream()
                .filter(store -> store.validationTypes().equals(Set.of(PROVIDE_GROUPS)))
                .toList();
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        CredentialValidationResult worst = NOT_VALIDATED_RESULT;
        for (IdentityStore store : validating) {
            CredentialValidationResult result = store.validate(credential);
            if (result.getStatus() == VALID) {
                return withGroups(result, store);
            }
            if (result.getStatus() == INVALID) {
                worst = INVALID_RESULT;
            }
        }
        return worst;
    }

    private CredentialValidationResult withGroups(CredentialValidationResult result, IdentityStore by) {
        Set<String> groups = new HashSet<>();
        if (by.validationTypes().contains(PROVIDE_GROUPS)) {
            groups.addAll(result.getCallerGroups());
        }
        providingGroups.forEach(store -> groups.addAll(store.getCallerGroups(result)));
        return new CredentialValidationResult(
                result.getIdentityStoreId(),
                result.getCallerPrincipal(),
                result.getCallerDn(),
                result.getCallerUniqueId(),
                groups);
    }
}
