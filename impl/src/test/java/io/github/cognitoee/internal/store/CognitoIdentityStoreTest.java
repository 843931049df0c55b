package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoIdentityStoreTest {

    private final IdentityStore store = TestStores.of(TestSettings.verifying(TestTokens.POOL, BearerTokens.ANY).build());

    @Test
    void aRefusedTokenIsRefusedTheSameWayWhenTheContainerAsksAgain() {
        CognitoTokenCredential credential = new CognitoTokenCredential("garbage", List.of());

        assertThat(store.validate(credential)).isSameAs(CredentialValidationResult.INVALID_RESULT);
        Verification outcome = credential.outcome().orElseThrow();

        assertThat(store.validate(credential)).isSameAs(CredentialValidationResult.INVALID_RESULT);
        assertThat(credential.outcome()).containsSame(outcome);
    }

    @Test
    void anAcceptedTokenHasOneCallerHoweverOftenTheContainerAsks() {
        CognitoTokenCredential credential = new CognitoTokenCredential(TestTokens.accessToken(Map.of()), List.of());

        CredentialValidationResult first = store.validate(credential);

        assertThat(first.getStatus()).isEqualTo(CredentialValidationResult.Status.VALID);
        assertThat(store.validate(credential)).isSameAs(first);
    }
}
