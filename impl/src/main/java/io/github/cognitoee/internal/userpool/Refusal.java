package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import java.util.Locale;

/**
 * A step is refused: by the user pool, or by us before it was asked. Inside this package alone; applications get it as a
 * {@link SignInResult.Refused}.
 */
final class Refusal extends CognitoException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_FOUND = "ResourceNotFoundException";

    private final RefusalReason reason;
    private final String code;

    /** Ours. */
    Refusal(RefusalReason reason, String detail) {
        this(reason, detail, "");
    }

    /**
     * The pool's.
     *
     * @param detail without secrets
     * @param code the error's name
     */
    Refusal(RefusalReason reason, String detail, String code) {
        super(detail);
        this.reason = reason;
        this.code = code;
    }

    static Refusal otherChallengeDue(Class<?> expected) {
        return new Refusal(
                RefusalReason.OTHER_CHALLENGE_DUE, "the challenge takes another answer: " + expected.getSimpleName());
    }

    static Refusal deviceForgotten() {
        return new Refusal(
                RefusalReason.CHALLENGE_OVER, "the user pool has forgotten the device: begin anew without it");
    }

    RefusalReason reason() {
        return reason;
    }

    /** The same, as one of a remembered device that the pool does not know any more. */
    Refusal ofForgottenDevice() {
        return new Refusal(reason, "device: " + message(), NOT_FOUND);
    }

    /** Whether it is about a remembered device that the pool does not know any more. */
    boolean isOfForgottenDevice() {
        return code.equals(NOT_FOUND) && message().toLowerCase(Locale.ROOT).contains("device");
    }

    /** Whether the service's error has this name. */
    boolean isOf(String name) {
        return code.equals(name);
    }

    /** Whether who was asked does not know the operation. */
    boolean isOfUnknownOperation() {
        return ServiceError.isUnknownOperation(code);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** The same refusal, which means something else where it came. */
    Refusal because(RefusalReason other) {
        return new Refusal(other, message(), code);
    }

    SignInResult.Refused result() {
        return new SignInResult.Refused(reason, message());
    }
}
