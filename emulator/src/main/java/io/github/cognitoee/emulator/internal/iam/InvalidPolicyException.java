package io.github.cognitoee.emulator.internal.iam;

/** A policy is wrong, or holds what the emulator does not know. */
public final class InvalidPolicyException extends RuntimeException {

    static final String SYNTAX = "Syntax errors in policy.";

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String answer;

    private InvalidPolicyException(String path, String answer, String problem) {
        super(problem);
        this.path = path;
        this.answer = answer;
    }

    /** What IAM takes for an error of syntax, and says no more about. */
    public static InvalidPolicyException syntax(String path, String problem) {
        return new InvalidPolicyException(path, SYNTAX, problem);
    }

    /** Something that IAM has a sentence for. */
    static InvalidPolicyException rule(String path, String answer) {
        return new InvalidPolicyException(path, answer, answer);
    }

    /** Something that IAM may know well. */
    public static InvalidPolicyException unknown(String path, String what) {
        return rule(path, "the emulator does not know " + what);
    }

    /** The member in question, such as {@code .Statement[0].Effect}. */
    public String path() {
        return path;
    }

    /** What IAM and STS would say. */
    public String answer() {
        return answer;
    }
}
