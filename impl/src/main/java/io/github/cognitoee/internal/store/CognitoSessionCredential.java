package io.github.cognitoee.internal.store;

import io.github.cognitoee.SessionTokens;

/** The tokens of a session that began with a browser. */
public final class CognitoSessionCredential extends CognitoCredential {

    private final SessionTokens tokens;

    public CognitoSessionCredential(SessionTokens tokens) {
        this.tokens = tokens;
    }

    SessionTokens tokens() {
        return tokens;
    }
}
