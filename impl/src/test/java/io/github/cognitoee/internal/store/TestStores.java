package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerificationListener;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Identity stores for the tests of other packages. */
public final class TestStores {

    private TestStores() {}

    /** The store over test tokens. */
    public static IdentityStore of(CognitoSettings settings) {
        return of(settings, TestTokens.VERIFIER);
    }

    public static IdentityStore of(CognitoSettings settings, TokenVerifier verifier) {
        return new CognitoIdentityStore(verifier, settings, VerificationListener.NONE);
    }
}
