package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what users of a pool are known; cannot be changed later.
 *
 * @param usernameAttributes sign in with these, and have a generated user name
 * @param aliasAttributes sign in with these besides the user name
 */
public record UsernameRules(
        @Nullable List<@OneOf({"phone_number", "email"}) String> usernameAttributes,
        @Nullable List<@OneOf({"phone_number", "email", "preferred_username"}) String> aliasAttributes,
        @Nullable UsernameConfiguration usernameConfiguration) {

    static final UsernameRules DEFAULT = new UsernameRules(null, null, null);

    /** Those of a configuration, which are empty for users who are known by their user names alone. */
    public static UsernameRules of(List<String> usernameAttributes, List<String> aliasAttributes) {
        return new UsernameRules(
                usernameAttributes.isEmpty() ? null : usernameAttributes,
                aliasAttributes.isEmpty() ? null : aliasAttributes,
                null);
    }

    public List<String> asUsername() {
        return usernameAttributes == null ? List.of() : usernameAttributes;
    }

    public List<String> aliases() {
        return aliasAttributes == null ? List.of() : aliasAttributes;
    }

    /** The form in which names are compared. */
    String key(String name) {
        boolean insensitive =
                usernameConfiguration != null && Boolean.FALSE.equals(usernameConfiguration.caseSensitive());
        return insensitive ? name.toLowerCase(Locale.ROOT) : name;
    }

    public record UsernameConfiguration(Boolean caseSensitive) {}
}
