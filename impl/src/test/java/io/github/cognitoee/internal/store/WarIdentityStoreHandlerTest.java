package io.github.cognitoee.internal.store;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;
import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.VALIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarIdentityStoreHandlerTest {

    private static final Set<IdentityStore.ValidationType> BOTH = Set.of(VALIDATE, PROVIDE_GROUPS);

    /** Answers the same to everybody. */
    private record Store(int priority, Set<ValidationType> validationTypes, CredentialValidationResult result)
            implements IdentityStore {

        @Override
        public CredentialValidationResult validate(Credential credential) {
            return result;
        }

        @Override
        public Set<String> getCallerGroups(CredentialValidationResult of) {
            return Set.of("group of " + of.getCallerPrincipal().getName());
        }
    }

    @Test
    void theFirstByPriorityToAcceptDecides() {
        CredentialValidationResult result = ask(store(20, "second"), store(10, "first"));

        assertThat(result.getCallerPrincipal().getName()).isEqualTo("first");
        assertThat(result.getCallerGroups()).containsExactly("group of store");
    }

    @Test
    void aRefusalDoesNotKeepLaterStoresFromAccepting() {
        CredentialValidationResult result = ask(new Store(1, BOTH, INVALID_RESULT), store(2, "second"));

        assertThat(result.getCallerPrincipal().getName()).isEqualTo("second");
    }

    @Test
    void aRefusalIsTheResultWhereNobodyAccepts() {
        assertThat(ask(new Store(1, BOTH, INVALID_RESULT), new Store(2, BOTH, NOT_VALIDATED_RESULT))
                        .getStatus())
                .isEqualTo(Status.INVALID);
        assertThat(ask(new Store(1, BOTH, NOT_VALIDATED_RESULT)).getStatus()).isEqualTo(Status.NOT_VALIDATED);
        assertThat(ask().getStatus()).isEqualTo(Status.NOT_VALIDATED);
    }

    @Test
    void storesForGroupsAloneAddTheirsAndAcceptNobody() {
        Store groups = new Store(1, Set.of(PROVIDE_GROUPS), valid("nobody"));

        assertThat(ask(groups).getStatus()).isEqualTo(Status.NOT_VALIDATED);
        assertThat(ask(groups, store(2, "alice")).getCallerGroups())
                .containsExactlyInAnyOrder("group of store", "group of alice");
    }

    @Test
    void groupsOfAStoreThatProvidesNoneDoNotCount() {
        assertThat(ask(new Store(1, Set.of(VALIDATE), valid("alice"))).getCallerGroups())
                .isEmpty();
    }

    private static Store store(int priority, String name) {
        return new Store(priority, BOTH, valid(name));
    }

    private static CredentialValidationResult valid(String name) {
        return new CredentialValidationResult(name, Set.of("group of store"));
    }

    private static CredentialValidationResult ask(IdentityStore... stores) {
        return new WarIdentityStoreHandler(new OwnIdentityStores(List.of(stores)))
                .validate(new UsernamePasswordCredential("alice", "secret"));
    }
}
