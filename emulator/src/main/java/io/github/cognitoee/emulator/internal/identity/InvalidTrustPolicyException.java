package io.github.cognitoee.emulator.internal.identity;

/** A trust policy is wrong, or holds what the emulator does not know. */
public final class InvalidTrustPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    InvalidTrustPolicyException(String path, String problem) {
        super(problem);
        this.path = path;
    }

    /** The member in question, such as {@code .Statement[0].Effect}. */
    public String path() {
        return path;
    }
}
