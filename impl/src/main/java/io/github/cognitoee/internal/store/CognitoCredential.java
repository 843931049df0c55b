package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request presents of Cognito's, and what became of it. The container's identity store handler passes on no more
 * than valid or invalid, so the store leaves its outcome here, once. For one request; not thread-safe.
 */
public abstract sealed class CognitoCredential implements Credential
        permits CognitoTokenCredential, CognitoSessionCredential, CognitoPasswordCredential {

    private @Nullable Verification outcome;
    private @Nullable CredentialValidationResult result;

    /** @return what the container is told */
    CredentialValidationResult settle(Judgement judgement) {
        settle(judgement.result());
        outcome = judgement.outcome();
        return judgement.result();
    }

    /** Where there is nothing to verify. */
    CredentialValidationResult settle(CredentialValidationResult told) {
        if (result != null) {
            throw new IllegalStateException("a credential is validated once");
        }
        result = told;
        return told;
    }

    /** What the container was told; empty when it has not asked yet. */
    Optional<CredentialValidationResult> result() {
        return Optional.ofNullable(result);
    }

    /** What the store found; empty when no Cognito store was asked. */
    public Optional<Verification> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Shows nothing of the tokens. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
