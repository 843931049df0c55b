package io.github.cognitoee.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads which roles a group has: {@code cognito.roles.<group>} for one group, or {@code cognito.roles} for all of them in
 * one value. The second is for the environment, whose names can hold no group's, and for groups whose names a source
 * cannot hold in a key.
 */
final class RolesReader {

    private final ConfigReader reader;

    RolesReader(ConfigReader reader) {
        this.reader = reader;
    }

    RoleMapping read() {
        Map<String, Set<String>> rolesByGroup = new TreeMap<>();
        reader.find(Keys.ROLES).ifPresent(text -> addAll(text, rolesByGroup));
        for (String name : reader.names()) {
            Keys.ROLES_OF_GROUP
                    .partOf(name)
                    .ifPresent(group -> add(group, reader.list(Keys.ROLES_OF_GROUP.named(group)), rolesByGroup));
        }
        return new RoleMapping(rolesByGroup, reader.flag(Keys.SCOPES_AS_ROLES, false));
    }

    private void addAll(String text, Map<String, Set<String>> rolesByGroup) {
        for (String entry : ListText.split(text, ';')) {
            if (entry.isBlank()) {
                continue;
            }
            List<String> sides = ListText.split(entry, '=');
            Set<String> roles = sides.size() == 2 ? ListText.values(sides.get(1)) : Set.of();
            String group = ListText.unescape(sides.get(0));
            if (group.isEmpty() || roles.isEmpty()) {
                throw reader.invalid(
                        Keys.ROLES,
                        "holds '" + entry.strip() + "', expected group=role,role;group=role with a backslash before"
                                + " each of ; = , that belongs to a name");
            }
            if (rolesByGroup.put(group, roles) != null) {
                throw reader.invalid(Keys.ROLES, "names the group '" + group + "' twice");
            }
        }
    }

    /** Blank is not absent here: the group would be a role of its own name, to whoever meant to give it none. */
    private void add(String group, Set<String> roles, Map<String, Set<String>> rolesByGroup) {
        if (roles.isEmpty()) {
            throw reader.invalid(
                    Keys.ROLES_OF_GROUP.named(group), "is blank, expected the roles of the group; or remove the key");
        }
        rolesByGroup.put(group, roles);
    }
}
