package io.github.cognitoee.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.config.TestSettings;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.VerificationListener;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamelessTokenTest {

    private static final CognitoSettings NAMED_BY_EMPLOYEE_NUMBER = TestSettings.verifying(TestTokens.POOL, BearerTokens.ANY).callersNamedBy("custom:employee").build();

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
