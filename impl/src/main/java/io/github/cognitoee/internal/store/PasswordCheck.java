package io.github.cognitoee.internal.store;

import io.github.cognitoee.userpool.SignInResult;
import java.util.Optional;

/** What names and passwords are put to. Thread-safe; blocks, for some seconds at most. */
@FunctionalInterface
interface PasswordCheck {

    /**
     * Signs somebody in.
     *
     * @param password stays the caller's, as it is
     * @param clientAddress where the person's request came from
     */
    SignInResult signIn(String username, char[] password, Optional<String> clientAddress);
}
