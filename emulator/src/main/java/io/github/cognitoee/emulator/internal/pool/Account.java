package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A user of a pool at one moment. Immutable. */
public record Account(
        String username,
        String sub,
        Map<String, String> attributes,
        UserStatus status,
        boolean enabled,
        Passwords passwords,
        Mfa mfa,
        List<Identity> identities,
        Set<String> groups,
        Instant created,
        Instant modified) {

    public Account {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        identities = List.copyOf(identities);
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    }

    static Account created(
            String username, String sub, Map<String, String> attributes, UserStatus status, Instant now) {
        return new Account(
                username, sub, attributes, status, true, Passwords.NONE, Mfa.NONE, List.of(), Set.of(), now, now);
    }

    public Account withStatus(UserStatus other, Instant now) {
        return new Account(username, sub, attributes, other, enabled, passwords, mfa, identities, groups, created, now);
    }

    public Account withEnabled(boolean value, Instant now) {
        return new Account(username, sub, attributes, status, value, passwords, mfa, identities, groups, created, now);
    }

    Account withPasswords(Passwords other, Instant now) {
        return new Account(username, sub, attributes, status, enabled, other, mfa, identities, groups, created, now);
    }

    Account withMfa(Mfa other, Instant now) {
        return new Account(
                username, sub, attributes, status, enabled, passwords, other, identities, groups, created, now);
    }

    Account withIdentities(List<Identity> others, Instant now) {
        return new Account(username, sub, attributes, status, enabled, passwords, mfa, others, groups, created, now);
    }

    public Account withGroups(Set<String> others, Instant now) {
        return new Account(
                username, sub, attributes, status, enabled, passwords, mfa, identities, others, created, now);
    }

    /** With these attributes added or replaced; an empty value removes one. */
    public Account withAttributes(Map<String, String> changes, Instant now) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return new Account(username, sub, all, status, enabled, passwords, mfa, identities, groups, created, now);
    }

    /** The attribute's value, empty without one. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    public boolean hasPassword() {
        return !passwords.isEmpty();
    }

    public boolean isVerified(String contact) {
        return attribute(contact + "_verified").equals("true");
    }

    /** Tells the name alone. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
