package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.util.Optional;

/** Signs people in at the user pool by name and password. Thread-safe. */
public final class PasswordLogin implements PasswordCheck {

    private final CognitoUserPool userPool;
    private final ClientTokens tokens;

    /** @param tokens verifies what the app client is issued by which people sign in */
    public PasswordLogin(CognitoUserPool userPool, ClientTokens tokens) {
        this.userPool = userPool;
        this.tokens = tokens;
    }

    ClientTokens tokens() {
        return tokens;
    }

    @Override
    public SignInResult signIn(String username, char[] password, Optional<String> clientAddress) {
        SignInRequest unaddressed = SignInRequest.of(username).password(password);
        return userPool.signIn(clientAddress.map(unaddressed::clientAddress).orElse(unaddressed));
    }
}
