package io.github.cognitoee;

import java.util.Objects;

/**
 * The identity pool refused the caller or the request, or would have; repeating it will not help. The message names what
 * Cognito said and the setting to look at.
 */
public class IdentityPoolRefusedException extends CognitoException {

    private static final long serialVersionUID = 1L;

    private final IdentityPoolRefusal reason;

    /** @param message what was refused, without secrets */
    public IdentityPoolRefusedException(IdentityPoolRefusal reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Why. */
    public IdentityPoolRefusal reason() {
        return reason;
    }
}
