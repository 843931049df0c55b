package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.SessionTokens;

/**
 * What a browser may know of its session.
 *
 * @param account null where nobody is signed in
 */
public record SessionView(boolean signedIn, Account account) {

    static final SessionView NOBODY = new SessionView(false, null);

    static SessionView of(SessionTokens tokens) {
        return new SessionView(true, Account.of(tokens));
    }
}
