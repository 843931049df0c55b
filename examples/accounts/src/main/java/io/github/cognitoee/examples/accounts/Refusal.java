package io.github.cognitoee.examples.accounts;

import io.github.cognitoee.userpool.RefusalReason;

/**
 * What a person is told of a refusal, and by which status. 401: not who they say. 403: not to be let in. 409: to be begun
 * anew. 422: to be answered otherwise.
 */
record Refusal(int status, String detail) {

    /** Has no default, so that a new reason does not compile before it has been thought of. */
    static Refusal of(RefusalReason reason) {
        return switch (reason) {
            case BAD_CREDENTIALS, USER_DISABLED -> new Refusal(401, "The user name or the password is wrong.");
            case WRONG_CODE -> new Refusal(422, "This is not the code. Look again.");
            case PASSWORD_TOO_WEAK -> new Refusal(
                    422, "The new password is too weak. Make it longer, of more kinds of characters.");
            case PASSWORD_USED_BEFORE -> new Refusal(422, "You have used this password before. Choose another.");
            case INVALID_INPUT -> new Refusal(422, "The user pool does not take this. Check what you have typed.");
            case OTHER_CHALLENGE_DUE -> new Refusal(422, "Something else is asked for now.");
            case CODE_EXPIRED -> new Refusal(409, "The code is too old. Begin anew to get another.");
            case CHALLENGE_OVER -> new Refusal(409, "This took too long, or was answered already. Begin anew.");
            case SESSION_ENDED -> new Refusal(401, "Your session has ended. Sign in again.");
            case USER_NOT_CONFIRMED -> new Refusal(403, "This account is not confirmed yet.");
            case PASSWORD_RESET_REQUIRED -> new Refusal(403, "The password has to be reset before you can sign in.");
            case COMPROMISED_CREDENTIALS -> new Refusal(
                    403, "This password is known from a breach. Reset it before you sign in.");
            case RISK_BLOCKED, REFUSED_BY_POOL -> new Refusal(403, "The user pool does not let you in.");
            case TOO_MANY_ATTEMPTS -> new Refusal(429, "Too many attempts. Wait a while before you try again.");
            case UNKNOWN_CHALLENGE -> new Refusal(501, "The user pool asks for something that is not known here.");
            case MISCONFIGURED -> new Refusal(500, "Signing in is not set up properly. The log says why.");
        };
    }
}
