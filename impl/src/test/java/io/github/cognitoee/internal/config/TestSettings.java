package io.github.cognitoee.internal.config;

import io.github.cognitoee.BearerTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of an application that takes bearer tokens, and has what a test adds. Immutable. */
public record TestSettings(
        VerificationConfig verification,
        Optional<String> callerNameClaim,
        RoleMapping roles,
        Optional<ProtectedResource> protectedResource,
        BaseUrlConfig baseUrl,
        boolean acceptsBearer,
        Optional<BasicConfig> basic,
        Optional<IdentityPoolConfig> identityPool) {

    public static TestSettings verifying(VerificationConfig verification) {
        return new TestSettings(
                verification,
                Optional.empty(),
                new RoleMapping(Map.of(), false),
                Optional.empty(),
                BaseUrlConfig.LOOPBACK,
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** No scope and no group is required. */
    public static TestSettings verifying(UserPoolConfig pool, BearerTokens tokens) {
        return verifying(
                new VerificationConfig(List.of(pool), tokens, Set.of(), Set.of(), "cognito:groups", Duration.ZERO));
    }

    public TestSettings callersNamedBy(String claim) {
        return new TestSettings(
                verification,
                Optional.of(claim),
                roles,
                protectedResource,
                baseUrl,
                acceptsBearer,
                basic,
                identityPool);
    }

    public TestSettings roles(RoleMapping mapping) {
        return new TestSettings(
                verification, callerNameClaim, mapping, protectedResource, baseUrl, acceptsBearer, basic, identityPool);
    }

    public TestSettings protectedResource(Optional<ProtectedResource> resource) {
        return new TestSettings(
                verification, callerNameClaim, roles, resource, baseUrl, acceptsBearer, basic, identityPool);
    }

    public TestSettings baseUrl(BaseUrlConfig config) {
        return new TestSettings(
                verification, callerNameClaim, roles, protectedResource, config, acceptsBearer, basic, identityPool);
    }

    public TestSettings basic(BasicConfig config, boolean besideBearer) {
        return new TestSettings(
                verification,
                callerNameClaim,
                roles,
                protectedResource,
                baseUrl,
                besideBearer,
                Optional.of(config),
                identityPool);
    }

    public TestSettings identityPool(IdentityPoolConfig config) {
        return new TestSettings(
                verification,
                callerNameClaim,
                roles,
                protectedResource,
                baseUrl,
                acceptsBearer,
                basic,
                Optional.of(config));
    }

    public CognitoSettings build() {
        return new CognitoSettings(
                verification,
                0,
                callerNameClaim,
                roles,
                AssuranceLevels.OF_COGNITO,
                Set.of(),
                protectedResource,
                identityPool,
                baseUrl,
                acceptsBearer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                basic,
                Optional.empty());
    }
}
