package io.github.cognitoee.internal.config;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a caller's groups and scopes become roles. Immutable.
 *
 * @param rolesByGroup the roles of a group that is mapped; any other group is a role of its own name
 * @param scopesAsRoles whether each scope is a role {@code SCOPE_<scope>} too
 */
public record RoleMapping(Map<String, Set<String>> rolesByGroup, boolean scopesAsRoles) {

    private static final String SCOPE_PREFIX = "SCOPE_";

    public RoleMapping {
        rolesByGroup = rolesByGroup.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** The roles of a caller, unmodifiable: the groups themselves where nothing is mapped. */
    public Set<String> rolesOf(Set<String> groups, Set<String> scopes) {
        if (rolesByGroup.isEmpty() && !scopesAsRoles) {
            return groups;
        }
        Set<String> roles = new LinkedHashSet<>();
        groups.forEach(group -> roles.addAll(rolesByGroup.getOrDefault(group, Set.of(group))));
        if (scopesAsRoles) {
            scopes.forEach(scope -> roles.add(SCOPE_PREFIX + scope));
        }
        return Collections.unmodifiableSet(roles);
    }
}
