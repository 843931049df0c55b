package io.github.cognitoee.userpool;

import io.github.cognitoee.CognitoException;
import java.util.Objects;

/** Cognito refused to end a session; repeating it will not help. The message names what Cognito said. */
public class UserPoolRefusedException extends CognitoException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    /** @param message what was refused, without secrets */
    public UserPoolRefusedException(RefusalReason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Why. {@link RefusalReason#MISCONFIGURED} has been logged with what to change. */
    public RefusalReason reason() {
        return reason;
    }
}
