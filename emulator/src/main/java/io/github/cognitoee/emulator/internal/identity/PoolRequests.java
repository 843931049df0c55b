package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.Model.Arn;
import io.github.cognitoee.emulator.internal.identity.Model.Id;
import io.github.cognitoee.emulator.internal.identity.Model.PageSize;
import io.github.cognitoee.emulator.internal.identity.Model.PageToken;
import io.github.cognitoee.emulator.internal.identity.Model.ProviderName;
import io.github.cognitoee.emulator.internal.json.Constraint.Inline;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the operations on identity pools, each named like its operation. */
final class PoolRequests {

    private PoolRequests() {}

    record CreateIdentityPool(@Inline PoolSettings settings) {}

    record UpdateIdentityPool(@Id String identityPoolId, @Inline PoolSettings settings) {}

    record DescribeIdentityPool(@Id String identityPoolId) {}

    record DeleteIdentityPool(@Id String identityPoolId) {}

    record ListIdentityPools(@PageSize Integer maxResults, @PageToken @Nullable String nextToken) {}

    record SetIdentityPoolRoles(
            @Id String identityPoolId,
            @Length(max = 2) Map<String, @Arn String> roles,
            @Length(max = 10) @Nullable Map<String, RoleMapping> roleMappings) {}

    record GetIdentityPoolRoles(@Id String identityPoolId) {}

    record SetPrincipalTagAttributeMap(
            @Id String identityPoolId,
            @ProviderName String identityProviderName,
            @Nullable Boolean useDefaults,
            @Length(max = 50) @Nullable Map<String, @Length(min = 1, max = 256) String> principalTags) {}

    record GetPrincipalTagAttributeMap(@Id String identityPoolId, @ProviderName String identityProviderName) {}
}
