package io.github.cognitoee.internal.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key of the configuration, or a family of them whose name has a part in angle brackets.
 *
 * @param name for example {@code cognito.user-pool.id}, or {@code cognito.roles.<group>}
 * @param feature what it belongs to
 * @param type what its value may be, for people to read
 * @param member the member of a definition annotation that says the same; empty for none
 * @param fallback the default, as the reference shows it
 * @param meaning one sentence without a full stop, in Markdown
 * @param secret whether the value must never be shown
 */
record Key(String name, Feature feature, String type, String member, String fallback, String meaning, boolean secret) {

    static final String PREFIX = "cognito.";

    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z]+>");

    static Key of(Feature feature, String name, String type) {
        return new Key(name, feature, type, "", "", "", false);
    }

    Key annotated(String byMember) {
        return new Key(name, feature, type, byMember, fallback, meaning, secret);
    }

    Key otherwise(String byDefault) {
        return new Key(name, feature, type, member, byDefault, meaning, secret);
    }

    Key meaning(String inOneSentence) {
        return new Key(name, feature, type, member, fallback, inOneSentence, secret);
    }

    Key asSecret() {
        return new Key(name, feature, type, member, fallback, meaning, true);
    }

    boolean isFamily() {
        return PLACEHOLDER.matcher(name).find();
    }

    /** The key of this family whose open part is this. */
    Key named(String part) {
        String concrete = PLACEHOLDER.matcher(name).replaceFirst(Matcher.quoteReplacement(part));
        return new Key(concrete, feature, type, member, fallback, meaning, secret);
    }

    /** The open part of a name of this family; empty where the name is none. */
    Optional<String> partOf(String candidate) {
        return match(name, candidate);
    }

    /** The same for an environment variable, whose part has lost case and punctuation. */
    Optional<String> partOfVariable(String variable) {
        return match(environmentName(), variable);
    }

    boolean matches(String candidate) {
        return isFamily() ? partOf(candidate).isPresent() : name.equals(candidate);
    }

    /** The name in the environment; the open part of a family stays as it is. */
    String environmentName() {
        Matcher placeholder = PLACEHOLDER.matcher(name);
        return placeholder.find()
                ? ConfigSource.variable(name.substring(0, placeholder.start()))
                        + placeholder.group()
                        + ConfigSource.variable(name.substring(placeholder.end()))
                : ConfigSource.variable(name);
    }

    private static Optional<String> match(String family, String candidate) {
        Matcher placeholder = PLACEHOLDER.matcher(family);
        if (!placeholder.find()) {
            return Optional.empty();
        }
        String head = family.substring(0, placeholder.start());
        String tail = family.substring(placeholder.end());
        boolean matches = candidate.length() > head.length() + tail.length()
                && candidate.startsWith(head)
                && candidate.endsWith(tail);
        return matches
                ? Optional.of(candidate.substring(head.length(), candidate.length() - tail.length()))
                : Optional.empty();
    }
}
