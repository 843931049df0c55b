package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

/**
 * What tokens are worth.
 *
 * @param outcome what verification came to
 * @param result what the container is told
 */
record Judgement(Verification outcome, CredentialValidationResult result) {

    static Judgement refused(Verification outcome) {
        return new Judgement(outcome, CredentialValidationResult.INVALID_RESULT);
    }
}
