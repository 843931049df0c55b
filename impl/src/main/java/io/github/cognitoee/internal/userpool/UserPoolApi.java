package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;

/** The operations of a user pool that the library calls. Thread-safe; each call blocks, for some seconds at most. */
public interface UserPoolApi extends AutoCloseable {

    /**
     * Signs a user out everywhere: revokes all tokens of theirs.
     *
     * @param accessToken of the user, with the scope {@code aws.cognito.signin.user.admin}; a secret
     * @throws CognitoException when it is not known whether it did
     */
    void globalSignOut(String accessToken);

    @Override
    void close();
}
