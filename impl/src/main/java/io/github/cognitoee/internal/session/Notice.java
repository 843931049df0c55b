package io.github.cognitoee.internal.session;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.RefusalReason;

/** What whoever signs in at a form is told of an attempt that came to nothing. Never whether a user exists. */
enum Notice {
    BAD_CREDENTIALS(RefusalReason.BAD_CREDENTIALS, "The user name or the password is not right."),
    TOO_MANY_ATTEMPTS(
            RefusalReason.TOO_MANY_ATTEMPTS, "There were too many attempts. Please wait a while, then try again."),
    PASSWORD_RESET_REQUIRED(RefusalReason.PASSWORD_RESET_REQUIRED, "You need a new password before you can sign in."),
    USER_NOT_CONFIRMED(RefusalReason.USER_NOT_CONFIRMED, "This account is not confirmed yet."),
    NOT_LET_IN(RefusalReason.REFUSED_BY_POOL, "You were not let in."),
    WRONG_CODE(RefusalReason.WRONG_CODE, "That is not the code. Please try again."),
    STARTS_ANEW(RefusalReason.CHALLENGE_OVER, "This took too long, or was finished already. Please sign in again."),
    PASSWORD_TOO_WEAK(
            RefusalReason.PASSWORD_TOO_WEAK,
            "That password is too weak here. Please choose a longer one, with letters of both cases, digits and"
                    + " signs."),
    PASSWORD_USED_BEFORE(
            RefusalReason.PASSWORD_USED_BEFORE, "That password was in use before. Please choose another one."),
    INCOMPLETE(RefusalReason.INVALID_INPUT, "Something is missing, or cannot be taken. Please look it through.");

    private final RefusalReason reason;
    private final String text;

    Notice(RefusalReason reason, String text) {
        this.reason = reason;
        this.text = text;
    }

    String text() {
        return text;
    }

    /** A disabled user is told what anybody is told who does not know the password. */
    static Notice of(RefusalReason reason) {
        return switch (reason) {
            case BAD_CREDENTIALS, USER_DISABLED -> BAD_CREDENTIALS;
            case TOO_MANY_ATTEMPTS -> TOO_MANY_ATTEMPTS;
            case PASSWORD_RESET_REQUIRED -> PASSWORD_RESET_REQUIRED;
            case USER_NOT_CONFIRMED -> USER_NOT_CONFIRMED;
            case WRONG_CODE -> WRONG_CODE;
            case CODE_EXPIRED, CHALLENGE_OVER, OTHER_CHALLENGE_DUE, SESSION_ENDED -> STARTS_ANEW;
            case PASSWORD_TOO_WEAK -> PASSWORD_TOO_WEAK;
            case PASSWORD_USED_BEFORE -> PASSWORD_USED_BEFORE;
            case INVALID_INPUT -> INCOMPLETE;
            case COMPROMISED_CREDENTIALS, RISK_BLOCKED, REFUSED_BY_POOL, UNKNOWN_CHALLENGE, MISCONFIGURED -> NOT_LET_IN;
        };
    }

    /** The same of an answer: where no password was asked for, none was wrong. */
    static Notice of(RefusalReason reason, Challenge answered) {
        Notice notice = of(reason);
        return notice == BAD_CREDENTIALS && !(answered instanceof Challenge.Password) ? NOT_LET_IN : notice;
    }

    /** How an application's own page is told, in the parameter {@code error}. */
    RefusalReason reason() {
        return reason;
    }

    /** Whether the question that was answered stands: it is asked again. */
    boolean isAskedAgain() {
        return switch (this) {
            case WRONG_CODE, PASSWORD_TOO_WEAK, PASSWORD_USED_BEFORE, INCOMPLETE -> true;
            default -> false;
        };
    }
}
