package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.AssuranceLevels;
import io.github.cognitoee.internal.config.BaseUrlConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.VerificationListener;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamelessTokenTest {

    private static final CognitoSettings NAMED_BY_EMPLOYEE_NUMBER = new CognitoSettings(
            new VerificationConfig(
                    List.of(TestTokens.POOL), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO),
            0,
            Optional.of("custom:employee"),
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
            Optional.empty());

    private final List<Verification> told = new ArrayList<>();
    private final IdentityStore store =
            TestStores.of(NAMED_BY_EMPLOYEE_NUMBER, TestTokens.VERIFIER, new VerificationListener() {
                @Override
                public void rejected(Verification.Rejected rejected) {
                    told.add(rejected);
                }
            });

    @Test
    void aTokenThatNamesNobodyIsRefusedAndToldOfAsSuch() {
        CognitoTokenCredential credential = new CognitoTokenCredential(TestTokens.idToken(Map.of()), List.of());

        assertThat(store.validate(credential)).isSameAs(CredentialValidationResult.INVALID_RESULT);
        assertThat(credential.outcome())
                .contains(new Verification.Rejected(
                        RejectionReason.MALFORMED, "the token carries no claim by which the caller may be named"));
        assertThat(told).containsExactly(credential.outcome().orElseThrow());
    }
}
