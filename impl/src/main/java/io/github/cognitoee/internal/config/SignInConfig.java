package io.github.cognitoee.internal.config;

import io.github.cognitoee.userpool.SignInFlow;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How people sign in to the user pool at pages or endpoints of the application's own.
 *
 * @param userPool where they sign in
 * @param userPoolApi where the pool's API is called
 * @param clientId the app client by which they do
 * @param clientSecret empty for a public client
 * @param flow unless a request says otherwise
 * @param stateKeys with which what browsers keep between two steps is encrypted: the first, and decrypted: all; empty for
 *     one made at random
 * @param authenticatorIssuer the name by which authenticator apps show the account
 * @param timeout how long an answer may take
 */
public record SignInConfig(
        UserPoolConfig userPool,
        URI userPoolApi,
        String clientId,
        Optional<Secret> clientSecret,
        SignInFlow flow,
        List<CipherKey> stateKeys,
        String authenticatorIssuer,
        Duration timeout) {

    public SignInConfig {
        stateKeys = List.copyOf(stateKeys);
    }
}
