package io.github.cognitoee.internal.store;

import java.util.List;

/** A token that a bearer presents. */
public final class CognitoTokenCredential extends CognitoCredential {

    private final String token;
    private final List<String> companionIdTokens;

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
}
