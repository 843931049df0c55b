package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.iam.Policy;
import io.github.cognitoee.emulator.internal.iam.PolicyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identity in a role.
 *
 * @param policy the document of the session policy that came with the call, if one did
 * @param policies all that narrow the session
 */
public record RoleSession(AssumedRole role, WebIdentity identity, @Nullable String policy, List<Policy> policies) {

    public RoleSession {
        policies = List.copyOf(policies);
    }

    /** In the enhanced flow, which narrows the role of guests alone. */
    static RoleSession enhanced(AssumedRole role, WebIdentity identity) {
        return new RoleSession(role, identity, null, identity.isGuest() ? GuestSession.POLICIES : List.of());
    }

    /**
     * In the classic flow.
     *
     * @param managed ARNs of managed policies; the emulator knows none, so that they allow nothing
     * @throws io.github.cognitoee.emulator.internal.iam.InvalidPolicyException if the policy is wrong
     */
    static RoleSession classic(AssumedRole role, WebIdentity identity, @Nullable String policy, List<String> managed) {
        List<Policy> policies = new ArrayList<>();
        if (policy != null) {
            policies.add(Policy.parse(PolicyKind.SESSION, "Policy", policy));
        }
        managed.forEach(arn -> policies.add(new Policy(PolicyKind.SESSION, arn, List.of())));
        return new RoleSession(role, identity, policy, policies);
    }

    /** What conditions and variables of policies may ask about the caller, by condition key. */
    public Map<String, List<String>> conditionKeys() {
        Map<String, List<String>> keys = new HashMap<>(identity.conditionKeys());
        identity.tags().forEach((name, value) -> keys.put("aws:PrincipalTag/" + name, List.of(value)));
        Stream.of(
                        Map.entry("aws:userid", role.sessionId()),
                        Map.entry("aws:PrincipalArn", role.arn()),
                        Map.entry("aws:PrincipalAccount", role.account()),
                        Map.entry("aws:PrincipalType", "AssumedRole"),
                        Map.entry("aws:FederatedProvider", WebIdentity.ISSUER_HOST))
                .forEach(key -> keys.put(key.getKey(), List.of(key.getValue())));
        return keys;
    }
}
