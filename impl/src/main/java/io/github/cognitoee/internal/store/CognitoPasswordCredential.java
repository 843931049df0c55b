package io.github.cognitoee.internal.store;

import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name and a password that a request presents, for Cognito alone. */
public final class CognitoPasswordCredential extends CognitoCredential {

    private final String username;
    private final char[] password;
    private final Optional<String> clientAddress;
    private @Nullable SignInResult unfinished;

    /**
     * @param password is kept, and zeroed by {@link #clear()}
     * @param clientAddress where the request came from
     */
    @SuppressWarnings("ArrayIsStoredDirectly")
    public CognitoPasswordCredential(String username, char[] password, Optional<String> clientAddress) {
        this.username = username;
        this.password = password;
        this.clientAddress = clientAddress;
    }

    /** What Cognito answered, where it gave no tokens; {@link #outcome()} is empty then. */
    public Optional<SignInResult> unfinished() {
        return Optional.ofNullable(unfinished);
    }

    SignInResult signIn(PasswordCheck check) {
        return check.signIn(username, password, clientAddress);
    }

    CredentialValidationResult settle(SignInResult without, CredentialValidationResult result) {
        unfinished = without;
        return settle(result);
    }

    @Override
    public void clear() {
        Arrays.fill(password, '\0');
    }
}
