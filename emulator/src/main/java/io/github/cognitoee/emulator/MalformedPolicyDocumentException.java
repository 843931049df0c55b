package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;

/**
 * A policy is wrong, or holds what the emulator does not know. The message is that of IAM's error
 * {@code MalformedPolicyDocument}, and the place.
 */
public final class MalformedPolicyDocumentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;

    MalformedPolicyDocumentException(InvalidPolicyException wrong) {
        super("MalformedPolicyDocument: " + wrong.answer() + " (" + placeOf(wrong) + ")");
        this.path = "$" + wrong.path();
    }

    /** Where it is wrong, such as {@code $.Statement[0].Effect}. */
    public String jsonPath() {
        return path;
    }

    private static String placeOf(InvalidPolicyException wrong) {
        String place = "$" + wrong.path();
        return wrong.answer().equals(wrong.getMessage()) ? place : place + ": " + wrong.getMessage();
    }
}
