package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.IdentityRequests.LoginToken;
import io.github.cognitoee.emulator.internal.identity.Model.DeveloperProvider;
import io.github.cognitoee.emulator.internal.identity.Model.DeveloperUser;
import io.github.cognitoee.emulator.internal.identity.Model.Id;
import io.github.cognitoee.emulator.internal.identity.Model.PageSize;
import io.github.cognitoee.emulator.internal.identity.Model.PageToken;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the operations for developer authenticated identities, each named like its operation. */
final class DeveloperRequests {

    private DeveloperRequests() {}

    record GetOpenIdTokenForDeveloperIdentity(
            @Id String identityPoolId,
            @Id @Nullable String identityId,
            @Length(max = 10) Map<String, @LoginToken String> logins,
            @Length(max = 50) @Nullable Map<String, @Length(min = 1, max = 256) String> principalTags,
            @Range(min = 1, max = 86_400) @Nullable Integer tokenDuration) {
        @Override
        public String toString() {
            return "GetOpenIdTokenForDeveloperIdentity[" + identityPoolId + "]";
        }
    }

    record LookupDeveloperIdentity(
            @Id String identityPoolId,
            @Id @Nullable String identityId,
            @DeveloperUser @Nullable String developerUserIdentifier,
            @PageSize @Nullable Integer maxResults,
            @PageToken @Nullable String nextToken) {}

    record MergeDeveloperIdentities(
            @DeveloperUser String sourceUserIdentifier,
            @DeveloperUser String destinationUserIdentifier,
            @DeveloperProvider String developerProviderName,
            @Id String identityPoolId) {}

    record UnlinkDeveloperIdentity(
            @Id String identityId,
            @Id String identityPoolId,
            @DeveloperProvider String developerProviderName,
            @DeveloperUser String developerUserIdentifier) {}
}
