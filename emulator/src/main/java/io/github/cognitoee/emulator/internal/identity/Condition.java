package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A condition of a trust policy over one key. */
record Condition(Quantifier quantifier, Comparison comparison, String key, List<String> expected) {

    private static final Set<String> KEYS = Set.of(
            WebIdentity.ISSUER_HOST + ":aud", WebIdentity.ISSUER_HOST + ":amr", WebIdentity.ISSUER_HOST + ":sub");

    /** How many of a key's values must match. Without one, IAM takes the key to have a single value. */
    enum Quantifier {
        NONE(""),
        ANY("ForAnyValue:"),
        ALL("ForAllValues:");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }
    }

    /** How a value of the key is compared with one of the policy. */
    enum Comparison {
        EQUALS("StringEquals", false, String::equals),
        NOT_EQUALS("StringNotEquals", true, String::equals),
        EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, String::equalsIgnoreCase),
        NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, String::equalsIgnoreCase),
        LIKE("StringLike", false, Wildcards::match),
        NOT_LIKE("StringNotLike", true, Wildcards::match);

        private final String operator;
        private final boolean negated;
        private final BiPredicate<String, String> matches;

        Comparison(String operator, boolean negated, BiPredicate<String, String> matches) {
            this.operator = operator;
            this.negated = negated;
            this.matches = matches;
        }

        boolean holds(String value, List<String> expected) {
            return negated != expected.stream().anyMatch(pattern -> matches.test(pattern, value));
        }
    }

    static Condition of(String path, String operator, String key, List<String> expected) {
        String known = key.toLowerCase(Locale.ROOT);
        if (!KEYS.contains(known)) {
            throw new InvalidTrustPolicyException(path, "the emulator does not know the condition key " + key);
        }
        // every token has all three claims, so that IfExists changes nothing
        String name = operator.replaceAll("IfExists$", "");
        for (Quantifier quantifier : Quantifier.values()) {
            for (Comparison comparison : Comparison.values()) {
                if (name.equals(quantifier.prefix + comparison.operator)) {
                    return new Condition(quantifier, comparison, known, List.copyOf(expected));
                }
            }
        }
        throw new InvalidTrustPolicyException(path, "the emulator does not know this operator");
    }

    boolean holds(WebIdentity identity) {
        List<String> values = identity.valuesOf(key);
        Predicate<String> matches = value -> comparison.holds(value, expected);
        return quantifier == Quantifier.ALL
                ? values.stream().allMatch(matches)
                : values.stream().anyMatch(matches);
    }
}
