package io.github.cognitoee.spi;

import java.util.Map;
import java.util.TreeMap;

/**
 * A user whom the application vouches for at an identity pool. Immutable; prints nothing of them.
 *
 * @param identifier who this is, for ever, in at most 1,024 characters
 * @param principalTags tags of the sessions in AWS, which policies know as {@code aws:PrincipalTag/<name>}; at most 50
 */
public record DeveloperUser(String identifier, Map<String, String> principalTags) {

    private static final int LONGEST_IDENTIFIER = 1_024;
    private static final int MOST_TAGS = 50;

    /** @throws IllegalArgumentException for what Cognito takes from nobody */
    public DeveloperUser {
        if (identifier.isBlank() || identifier.length() > LONGEST_IDENTIFIER) {
            throw new IllegalArgumentException("The identifier of a developer user has " + identifier.length()
                    + " characters, expected 1 to " + LONGEST_IDENTIFIER + ", not all blank");
        }
        if (principalTags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    "A developer user has " + principalTags.size() + " principal tags, expected at most " + MOST_TAGS);
        }
        principalTags = Map.copyOf(principalTags);
    }

    /** Without tags. */
    public static DeveloperUser of(String identifier) {
        return new DeveloperUser(identifier, Map.of());
    }

    /** The same user with one tag more. */
    public DeveloperUser withTag(String name, String value) {
        Map<String, String> more = new TreeMap<>(principalTags);
        more.put(name, value);
        return new DeveloperUser(identifier, more);
    }

    @Override
    public String toString() {
        return "DeveloperUser";
    }
}
