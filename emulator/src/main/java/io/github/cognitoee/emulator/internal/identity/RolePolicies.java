package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.iam.Policy;
import io.github.cognitoee.emulator.internal.iam.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The permission policies of roles, by their names. Thread-safe. */
public final class RolePolicies {

    private final Map<String, Map<String, Policy>> configured;
    private final Map<String, Map<String, Policy>> byRole = new TreeMap<>();

    /** @param configured documents by name, by role */
    public RolePolicies(Map<String, Map<String, Map<String, Object>>> configured) {
        this.configured = new TreeMap<>();
        configured.forEach((role, documents) -> documents.forEach((name, document) -> this.configured
                .computeIfAbsent(role, arn -> new TreeMap<>())
                .put(name, Policy.parse(PolicyKind.IDENTITY_BASED, name, document))));
        restore();
    }

    /** Those of the configuration, and no others. */
    public synchronized void restore() {
        byRole.clear();
        configured.forEach((role, policies) -> byRole.put(role, new TreeMap<>(policies)));
    }

    /** In place of the one with its name, if there is one. */
    public synchronized void put(String roleArn, Policy policy) {
        byRole.computeIfAbsent(roleArn, arn -> new TreeMap<>()).put(policy.name(), policy);
    }

    /** Whether there was one. */
    public synchronized boolean remove(String roleArn, String name) {
        return Optional.ofNullable(byRole.get(roleArn))
                .map(policies -> policies.remove(name))
                .isPresent();
    }

    /** None for a role that nothing is attached to. */
    public synchronized List<Policy> of(String roleArn) {
        return Optional.ofNullable(byRole.get(roleArn))
                .map(policies -> List.copyOf(policies.values()))
                .orElse(List.of());
    }
}
