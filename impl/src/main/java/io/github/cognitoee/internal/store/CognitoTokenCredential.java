package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.jwt.Verification;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that a request presents, and what became of it. The container's identity store handler passes on no more than
 * valid or invalid, so the store leaves its outcome here, once. For one request; not thread-safe.
 */
public final class CognitoTokenCredential implements Credential {

    private final String token;
    private final List<String> companionIdTokens;
    private @Nullable Verification outcome;
    private @Nullable CredentialValidationResult result;

    /**
     * @param token the text after {@code Bearer}
     * @param companionIdTokens the values of all {@code X-Cognito-Id-Token} headers, looked at only when AWS credentials
     *     are asked for
     */
    public CognitoTokenCredential(String token, List<String> companionIdTokens) {
        this.token = token;
        this.companionIdTokens = List.copyOf(companionIdTokens);
    }

    String token() {
        return token;
    }

    List<String> companionIdTokens() {
        return companionIdTokens;
    }

    /** @return the result */
    CredentialValidationResult settle(Verification outcome, CredentialValidationResult result) {
        if (this.outcome != null) {
            throw new IllegalStateException("a credential is validated once");
        }
        this.outcome = outcome;
        this.result = result;
        return result;
    }

    /** What the container was told; empty when it has not asked yet. */
    Optional<CredentialValidationResult> result() {
        return Optional.ofNullable(result);
    }

    /** What the store found; empty when no Cognito store was asked. */
    public Optional<Verification> outcome() {
        return Optional.ofNullable(outcome);
    }

    @Override
    public String toString() {
        return "CognitoTokenCredential";
    }
}
