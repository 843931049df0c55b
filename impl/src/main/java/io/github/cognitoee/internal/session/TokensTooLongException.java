package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.Problem;

/** The tokens of somebody do not fit into cookies. */
final class TokensTooLongException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TokensTooLongException(int length) {
        super(Problem.TOKENS_TOO_LONG.message("somebody's tokens take " + length + " characters as cookies, of which "
                + CookieTokenStore.MAX_LENGTH
                + " are taken; set cognito.session.token-store=SESSION, or have fewer"
                + " claims in the tokens"));
    }
}
