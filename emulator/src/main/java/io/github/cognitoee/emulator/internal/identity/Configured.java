package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.internal.identity.PoolSettings.UserPoolClient;
import io.github.cognitoee.emulator.internal.identity.RoleMapping.Rule;
import io.github.cognitoee.emulator.internal.identity.RoleMapping.RulesConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state that the configuration begins with. */
record Configured(EmulatorConfig config) {

    List<IdentityPool> pools() {
        return config.identityPools().stream().map(this::pool).toList();
    }

    Map<String, Roles.Role> roles() {
        Map<String, Roles.Role> roles = new LinkedHashMap<>();
        config.roles()
                .forEach(role -> roles.put(
                        role.arn(), Roles.Role.of(TrustPolicy.parse(role.trustPolicy()), role.maxSessionDuration())));
        return roles;
    }

    private IdentityPool pool(EmulatorConfig.IdentityPool pool) {
        PoolSettings settings = new PoolSettings(
                Objects.requireNonNullElse(pool.name(), "configured"),
                pool.allowUnauthenticatedIdentities(),
                pool.allowClassicFlow(),
                pool.developerProviderName(),
                pool.providers().stream().map(this::client).toList(),
                null,
                null,
                null,
                null);
        return IdentityPool.of(pool.id(), settings).withRoles(rolesOf(pool), mappingsOf(pool));
    }

    private UserPoolClient client(Provider provider) {
        return new UserPoolClient(nameOf(provider), provider.clientId(), provider.serverSideTokenCheck());
    }

    private String nameOf(Provider provider) {
        return "cognito-idp." + config.region() + ".amazonaws.com/" + provider.userPoolId();
    }

    private static Map<String, String> rolesOf(EmulatorConfig.IdentityPool pool) {
        Map<String, String> roles = new LinkedHashMap<>();
        put(roles, IdentityPool.AUTHENTICATED, pool.authenticatedRole());
        put(roles, IdentityPool.UNAUTHENTICATED, pool.unauthenticatedRole());
        return roles;
    }

    private static void put(Map<String, String> roles, String kind, @Nullable String arn) {
        if (arn != null) {
            roles.put(kind, arn);
        }
    }

    private Map<String, RoleMapping> mappingsOf(EmulatorConfig.IdentityPool pool) {
        Map<String, RoleMapping> mappings = new LinkedHashMap<>();
        for (Provider provider : pool.providers()) {
            if (provider.roleMapping() != null) {
                mappings.put(nameOf(provider) + ":" + provider.clientId(), mapping(provider.roleMapping()));
            }
        }
        return mappings;
    }

    private static RoleMapping mapping(EmulatorConfig.RoleMapping configured) {
        List<Rule> rules = configured.rules().stream()
                .map(rule -> new Rule(rule.claim(), nameOf(rule.matchType()), rule.value(), rule.roleArn()))
                .toList();
        return switch (configured.type()) {
            case TOKEN -> new RoleMapping("Token", nameOf(configured.ambiguousRoleResolution()), null);
            case RULES -> new RoleMapping(
                    "Rules", nameOf(configured.ambiguousRoleResolution()), new RulesConfiguration(rules));
        };
    }

    private static String nameOf(EmulatorConfig.RoleMapping.AmbiguousRoleResolution resolution) {
        return switch (resolution) {
            case AUTHENTICATED_ROLE -> "AuthenticatedRole";
            case DENY -> "Deny";
        };
    }

    private static String nameOf(EmulatorConfig.Rule.MatchType type) {
        return switch (type) {
            case EQUALS -> "Equals";
            case CONTAINS -> "Contains";
            case STARTS_WITH -> "StartsWith";
            case NOT_EQUAL -> "NotEqual";
        };
    }
}
