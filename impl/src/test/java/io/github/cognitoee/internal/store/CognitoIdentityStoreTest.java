package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CognitoIdentityStoreTest {

    private final IdentityStore store = TestStores.of(new CognitoSettings(
            new VerificationConfig(
                    List.of(TestTokens.POOL), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO),
            0,
            Optional.empty(),
            new RoleMapping(Map.of(), false),
            AssuranceLevels.OF_COGNITO,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            BaseUrlConfig.LOOPBACK,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

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
