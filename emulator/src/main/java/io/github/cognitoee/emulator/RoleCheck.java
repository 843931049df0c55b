package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.internal.iam.InvalidPolicyException;
import io.github.cognitoee.emulator.internal.iam.Policy;
import io.github.cognitoee.emulator.internal.iam.PolicyKind;
import io.github.cognitoee.emulator.internal.identity.TrustPolicy;
import java.util.List;

/** The rules that the roles of a configuration must keep. */
final class RoleCheck {

    private static final int SHORTEST = 3_600;
    private static final int LONGEST = 43_200;

    private RoleCheck() {}

    static void check(List<Role> roles) {
        ConfigCheck.unique("$.roles", roles, Role::arn, "arn");
        for (int i = 0; i < roles.size(); i++) {
            role("$.roles[" + i + "]", roles.get(i));
        }
    }

    private static void role(String path, Role role) {
        ConfigCheck.present(path + ".arn", role.arn());
        ConfigCheck.role(path + ".arn", role.arn());
        Integer seconds = role.maxSessionDuration();
        ConfigCheck.expect(
                seconds == null || (seconds >= SHORTEST && seconds <= LONGEST),
                path + ".maxSessionDuration",
                "found " + seconds + ", expected " + SHORTEST + " to " + LONGEST);
        policy(path + ".trustPolicy", () -> TrustPolicy.parse(role.trustPolicy()));
        role.policies().forEach((name, document) -> {
            ConfigCheck.expect(
                    Iam.isPolicyName(name),
                    path + ".policies",
                    "found the name \"" + name + "\", expected " + Iam.POLICY_NAMES);
            policy(path + ".policies." + name, () -> Policy.parse(PolicyKind.IDENTITY_BASED, name, document));
        });
    }

    private static void policy(String path, Runnable reading) {
        try {
            reading.run();
        } catch (InvalidPolicyException e) {
            throw new EmulatorConfigException(path + e.path(), String.valueOf(e.getMessage()));
        }
    }
}
