package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the session of a role may do: what the role may, and the session policies too where there are any. A statement
 * that denies wins.
 *
 * @param ofRole none if nothing is attached to it, which allows nothing
 * @param ofSession none if nothing narrows the role; of several, one has to allow
 */
public record Permissions(List<Policy> ofRole, List<Policy> ofSession) {

    public Permissions {
        ofRole = List.copyOf(ofRole);
        ofSession = List.copyOf(ofSession);
    }

    /** The evaluation of IAM within one account, without policies of resources, boundaries and organisations. */
    public Verdict on(Request request) {
        Optional<Finding> denial = Stream.concat(ofRole.stream(), ofSession.stream())
                .flatMap(policy -> policy.findings(request, false))
                .findFirst();
        if (denial.isPresent()) {
            return new Verdict.Denied(denial.get());
        }
        Optional<Finding> allowance = allowance(ofRole, request);
        if (allowance.isEmpty()) {
            return new Verdict.NotAllowed(PolicyKind.IDENTITY_BASED);
        }
        if (!ofSession.isEmpty() && allowance(ofSession, request).isEmpty()) {
            return new Verdict.NotAllowed(PolicyKind.SESSION);
        }
        return new Verdict.Allowed(allowance.get());
    }

    private static Optional<Finding> allowance(List<Policy> policies, Request request) {
        return policies.stream()
                .flatMap(policy -> policy.findings(request, true))
                .findFirst();
    }
}
