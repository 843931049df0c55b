package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.event.RejectionReason;

/**
 * A check that a token failed. It unwinds from the check to {@link TokenVerifier}, which makes it an outcome, and never
 * leaves this package. Without a stack trace, because hostile input must not be dearer than good input.
 */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final String detail;

    /** @param detail what was found and expected; holds no token text and no claim that identifies a person */
    Refused(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    static Refused malformed(String detail) {
        return new Refused(RejectionReason.MALFORMED, detail);
    }

    RejectionReason reason() {
        return reason;
    }

    Verification.Rejected toOutcome() {
        return new Verification.Rejected(reason, detail);
    }
}
