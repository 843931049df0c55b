package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.Model.Arn;
import io.github.cognitoee.emulator.internal.identity.Model.ClientId;
import io.github.cognitoee.emulator.internal.identity.Model.DeveloperProvider;
import io.github.cognitoee.emulator.internal.identity.Model.PoolName;
import io.github.cognitoee.emulator.internal.identity.Model.UserPoolName;
import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sets of an identity pool, but for its roles. The form of requests and answers alike.
 *
 * @param allowClassicFlow off only when false: Cognito lets a pool that never said so have the classic flow
 */
record PoolSettings(
        @PoolName String identityPoolName,
        Boolean allowUnauthenticatedIdentities,
        @Nullable Boolean allowClassicFlow,
        @DeveloperProvider @Nullable String developerProviderName,
        @Nullable List<UserPoolClient> cognitoIdentityProviders,
        @Length(max = 10) @Nullable Map<String, @Length(min = 1, max = 128) String> supportedLoginProviders,
        @Nullable List<@Arn String> openIdConnectProviderARNs,
        @Nullable List<@Arn String> samlProviderARNs,
        @Nullable Map<String, @Length(max = 256) String> identityPoolTags) {

    /**
     * A client of a user pool whose ID tokens are accepted.
     *
     * @param providerName {@code cognito-idp.<region>.amazonaws.com/<poolId>}
     * @param serverSideTokenCheck whether the user pool is asked if the sign-in still holds
     */
    record UserPoolClient(
            @UserPoolName String providerName, @ClientId String clientId, @Nullable Boolean serverSideTokenCheck) {

        boolean isCheckedAtServer() {
            return Boolean.TRUE.equals(serverSideTokenCheck);
        }
    }

    /** The application's id at a provider that Cognito knows by name, such as {@code accounts.google.com}. */
    Optional<String> appIdAt(String provider) {
        return Optional.ofNullable(appIds().get(provider));
    }

    /** Whether the OpenID Connect provider of this name, its issuer without {@code https://}, is one of IAM's here. */
    boolean hasOpenIdConnectProvider(String provider) {
        return openIdConnectProviders().stream().anyMatch(arn -> arn.endsWith(":oidc-provider/" + provider));
    }

    /** By the names of the providers that Cognito knows. */
    Map<String, String> appIds() {
        return supportedLoginProviders == null ? Map.of() : supportedLoginProviders;
    }

    /** Their ARNs. */
    List<String> openIdConnectProviders() {
        return openIdConnectProviderARNs == null ? List.of() : openIdConnectProviderARNs;
    }

    /** Their ARNs, which are the keys of their logins, too. */
    List<String> samlProviders() {
        return samlProviderARNs == null ? List.of() : samlProviderARNs;
    }

    boolean hasSamlProviderAmong(Collection<String> providers) {
        return samlProviders().stream().anyMatch(providers::contains);
    }

    boolean refusesClassicFlow() {
        return Boolean.FALSE.equals(allowClassicFlow);
    }

    List<UserPoolClient> userPoolClients() {
        return cognitoIdentityProviders == null ? List.of() : cognitoIdentityProviders;
    }
}
