package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.PoolRequests.GetIdentityPoolRoles;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.GetPrincipalTagAttributeMap;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.SetIdentityPoolRoles;
import io.github.cognitoee.emulator.internal.identity.PoolRequests.SetPrincipalTagAttributeMap;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets and tells the roles of an identity pool, how they are chosen, and the tags of their sessions. */
final class RoleOperations {

    private static final Set<String> KINDS = Set.of(IdentityPool.AUTHENTICATED, IdentityPool.UNAUTHENTICATED);
    private static final int MOST_RULES = 25;

    private final IdentityPools pools;

    RoleOperations(IdentityPools pools) {
        this.pools = pools;
    }

    List<Operation<?>> all() {
        return List.of(
                Operation.signed(SetIdentityPoolRoles.class, this::setRoles).neverRefusing(ErrorType.NOT_AUTHORIZED),
                Operation.signed(GetIdentityPoolRoles.class, this::roles)
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED),
                Operation.signed(SetPrincipalTagAttributeMap.class, this::setTags)
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED),
                Operation.signed(GetPrincipalTagAttributeMap.class, this::tags)
                        .neverRefusing(ErrorType.INVALID_PARAMETER, ErrorType.NOT_AUTHORIZED));
    }

    record PoolRoles(
            String identityPoolId, Map<String, String> roles, @Nullable Map<String, RoleMapping> roleMappings) {}

    record TagMap(
            String identityPoolId,
            String identityProviderName,
            boolean useDefaults,
            Map<String, String> principalTags) {}

    private Map<String, Object> setRoles(SetIdentityPoolRoles request) {
        request.roles().forEach(RoleOperations::checkRole);
        Map<String, RoleMapping> mappings = request.roleMappings() == null ? Map.of() : request.roleMappings();
        mappings.forEach(RoleOperations::checkMapping);
        pools.change(request.identityPoolId(), pool -> {
            mappings.keySet().forEach(key -> checkProvider(pool, key));
            return pool.withRoles(request.roles(), mappings);
        });
        return Map.of();
    }

    private PoolRoles roles(GetIdentityPoolRoles request) {
        IdentityPool pool = pools.required(request.identityPoolId());
        return new PoolRoles(pool.id(), pool.roles(), pool.roleMappings().isEmpty() ? null : pool.roleMappings());
    }

    private TagMap setTags(SetPrincipalTagAttributeMap request) {
        Map<String, String> claims = request.principalTags() == null ? Map.of() : request.principalTags();
        TagMapping mapping = new TagMapping(Boolean.TRUE.equals(request.useDefaults()), claims);
        String provider = request.identityProviderName();
        IdentityPool pool = pools.change(request.identityPoolId(), before -> before.withTags(provider, mapping));
        return tagMap(pool, provider);
    }

    private TagMap tags(GetPrincipalTagAttributeMap request) {
        return tagMap(pools.required(request.identityPoolId()), request.identityProviderName());
    }

    private static TagMap tagMap(IdentityPool pool, String provider) {
        TagMapping mapping = pool.tagsOf(provider);
        return new TagMap(pool.id(), provider, mapping.useDefaults(), mapping.claims());
    }

    private static void checkRole(String kind, String arn) {
        if (!KINDS.contains(kind)) {
            throw invalid("Invalid role type: " + kind + ", expected authenticated or unauthenticated.");
        }
        checkArn(arn);
    }

    private static void checkMapping(String key, RoleMapping mapping) {
        if (mapping.ambiguousRoleResolution() == null) {
            throw invalid("AmbiguousRoleResolution is required for the role mapping of " + key + ".");
        }
        if (mapping.isByToken() != mapping.rules().isEmpty()) {
            throw invalid(
                    "RulesConfiguration is required for the role mapping type Rules, and only there: " + key + ".");
        }
        if (mapping.rules().size() > MOST_RULES) {
            throw invalid(
                    "Found " + mapping.rules().size() + " rules for " + key + ", the limit is " + MOST_RULES + ".");
        }
        mapping.rules().forEach(rule -> checkArn(rule.roleARN()));
    }

    private static void checkProvider(IdentityPool pool, String key) {
        boolean known = pool.settings().appIds().containsKey(key)
                || pool.settings().samlProviders().contains(key)
                || pool.settings().userPoolClients().stream()
                        .anyMatch(client -> key.equals(client.providerName() + ":" + client.clientId()));
        if (!known) {
            throw invalid("The identity pool has no identity provider " + key + ".");
        }
    }

    private static void checkArn(String arn) {
        if (!Roles.isArn(arn)) {
            throw invalid("Invalid role ARN: " + arn + ".");
        }
    }

    private static Refusal invalid(String message) {
        return ErrorType.INVALID_PARAMETER.because(message);
    }
}
