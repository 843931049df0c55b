package io.github.cognitoee.emulator.internal.iam;

/** To what a policy belongs. */
public enum PolicyKind {
    /** To a role. */
    IDENTITY_BASED("identity-based policy"),
    /** To a session of a role, which it can only narrow. */
    SESSION("session policy");

    private final String written;

    PolicyKind(String written) {
        this.written = written;
    }

    /** As AWS writes it in messages. */
    public String written() {
        return written;
    }
}
