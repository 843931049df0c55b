package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.Model.AccountId;
import io.github.cognitoee.emulator.internal.identity.Model.Arn;
import io.github.cognitoee.emulator.internal.identity.Model.Id;
import io.github.cognitoee.emulator.internal.identity.Model.PageSize;
import io.github.cognitoee.emulator.internal.identity.Model.PageToken;
import io.github.cognitoee.emulator.internal.identity.Model.ProviderName;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of the operations on identities, each named like its operation. They tell no token. */
final class IdentityRequests {

    private IdentityRequests() {}

    @Secret
    @Length(min = 1, max = 50_000)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface LoginToken {}

    record GetId(
            @AccountId @Nullable String accountId,
            @Id String identityPoolId,
            @Length(max = 10) @Nullable Map<String, @LoginToken String> logins) {
        @Override
        public String toString() {
            return "GetId[" + identityPoolId + "]";
        }
    }

    record GetCredentialsForIdentity(
            @Id String identityId,
            @Length(max = 10) @Nullable Map<String, @LoginToken String> logins,
            @Arn @Nullable String customRoleArn) {
        @Override
        public String toString() {
            return "GetCredentialsForIdentity[" + identityId + "]";
        }
    }

    record GetOpenIdToken(@Id String identityId, @Length(max = 10) @Nullable Map<String, @LoginToken String> logins) {
        @Override
        public String toString() {
            return "GetOpenIdToken[" + identityId + "]";
        }
    }

    record UnlinkIdentity(
            @Id String identityId,
            @Length(max = 10) Map<String, @LoginToken String> logins,
            List<@ProviderName String> loginsToRemove) {
        @Override
        public String toString() {
            return "UnlinkIdentity[" + identityId + "]";
        }
    }

    record DescribeIdentity(@Id String identityId) {}

    record ListIdentities(
            @Id String identityPoolId,
            @PageSize Integer maxResults,
            @PageToken @Nullable String nextToken,
            @Nullable Boolean hideDisabled) {}

    record DeleteIdentities(@Length(min = 1, max = 60) List<@Id String> identityIdsToDelete) {}
}
