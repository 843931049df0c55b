package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import java.security.Principal;
import java.time.Instant;

/**
 * Who a caller is to the application.
 *
 * @param issuer of the user pool that vouches for them; empty where another mechanism or store does
 * @param subject {@code sub} in that user pool, or the caller's name
 * @param clientId the app client of their token, or empty
 * @param provedUntil when what they proved it by expires
 */
record Person(String issuer, String subject, String clientId, Instant provedUntil) {

    static Person of(CognitoCallerPrincipal caller) {
        return new Person(caller.issuer(), caller.subject(), caller.clientId(), caller.expiresAt());
    }

    /** Whom another mechanism or store has signed in. */
    static Person ofOther(Principal other) {
        return new Person("", other.getName(), "", Instant.MAX);
    }

    @Override
    public String toString() {
        return "Person";
    }
}
