package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.Model.Arn;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of STS, each named like its operation. */
final class StsRequests {

    private StsRequests() {}

    record AssumeRoleWithWebIdentity(
            @Arn String roleArn,
            @Length(min = 2, max = 64) @Matches("[\\w+=,.@-]*") String roleSessionName,
            @Secret @Length(min = 4, max = 20_000) String webIdentityToken,
            @Length(max = 10) @Nullable List<PolicyDescriptor> policyArns,
            @Length(min = 1, max = 2048) @Nullable String policy,
            @Range(min = 900, max = 43_200) @Nullable Integer durationSeconds) {
        @Override
        public String toString() {
            return "AssumeRoleWithWebIdentity[" + roleArn + ", " + roleSessionName + "]";
        }
    }

    record PolicyDescriptor(@Arn String arn) {}
}
