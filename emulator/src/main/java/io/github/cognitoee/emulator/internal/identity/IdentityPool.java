package io.github.cognitoee.emulator.internal.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An identity pool at one moment. Immutable.
 *
 * @param roles the ARNs of the roles {@code authenticated} and {@code unauthenticated}
 * @param roleMappings by {@code <provider>:<clientId>}
 * @param tagMappings by provider
 */
record IdentityPool(
        String id,
        PoolSettings settings,
        Map<String, String> roles,
        Map<String, RoleMapping> roleMappings,
        Map<String, TagMapping> tagMappings) {

    static final String AUTHENTICATED = "authenticated";
    static final String UNAUTHENTICATED = "unauthenticated";

    IdentityPool {
        roles = Map.copyOf(roles);
        roleMappings = Map.copyOf(roleMappings);
        tagMappings = Map.copyOf(tagMappings);
    }

    static IdentityPool of(String id, PoolSettings settings) {
        return new IdentityPool(id, settings, Map.of(), Map.of(), Map.of());
    }

    IdentityPool with(PoolSettings others) {
        return new IdentityPool(id, others, roles, roleMappings, tagMappings);
    }

    IdentityPool withRoles(Map<String, String> others, Map<String, RoleMapping> mappings) {
        return new IdentityPool(id, settings, others, mappings, tagMappings);
    }

    IdentityPool withTags(String provider, TagMapping mapping) {
        Map<String, TagMapping> all = new LinkedHashMap<>(tagMappings);
        all.put(provider, mapping);
        return new IdentityPool(id, settings, roles, roleMappings, all);
    }

    TagMapping tagsOf(String provider) {
        return tagMappings.getOrDefault(provider, TagMapping.NONE);
    }

    Optional<String> developerProvider() {
        return Optional.ofNullable(settings.developerProviderName());
    }
}
