package io.github.cognitoee.emulator.internal.iam;

import java.util.function.Function;

/** What policies say to a request. */
public sealed interface Verdict {

    /** One function for each case. */
    <T> T fold(
            Function<Finding, ? extends T> allowed,
            Function<Finding, ? extends T> denied,
            Function<PolicyKind, ? extends T> notAllowed);

    /** A statement allows it, and a session policy too where there are any. */
    record Allowed(Finding by) implements Verdict {
        @Override
        public <T> T fold(
                Function<Finding, ? extends T> allowed,
                Function<Finding, ? extends T> denied,
                Function<PolicyKind, ? extends T> notAllowed) {
            return allowed.apply(by);
        }
    }

    /** A statement denies it. */
    record Denied(Finding by) implements Verdict {
        @Override
        public <T> T fold(
                Function<Finding, ? extends T> allowed,
                Function<Finding, ? extends T> denied,
                Function<PolicyKind, ? extends T> notAllowed) {
            return denied.apply(by);
        }
    }

    /** No policy of this kind allows it. */
    record NotAllowed(PolicyKind missing) implements Verdict {
        @Override
        public <T> T fold(
                Function<Finding, ? extends T> allowed,
                Function<Finding, ? extends T> denied,
                Function<PolicyKind, ? extends T> notAllowed) {
            return notAllowed.apply(missing);
        }
    }
}
