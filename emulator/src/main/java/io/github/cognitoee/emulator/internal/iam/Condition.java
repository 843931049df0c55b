package io.github.cognitoee.emulator.internal.iam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A condition of a policy over one key. */
public sealed interface Condition {

    /** The condition key. */
    String key();

    /** Whether it is met. */
    boolean holds(Context context);

    /** The conditions of a statement, all of which must hold; none where there are none. */
    static List<Condition> allOf(Members statement) {
        List<Condition> conditions = new ArrayList<>();
        if (statement.has("Condition")) {
            Members operators = statement.object("Condition");
            operators.names().forEach(operator -> {
                Members keys = operators.object(operator);
                keys.names().forEach(key -> conditions.add(of(keys.path(), operator, key, keys.texts(key))));
            });
        }
        return conditions;
    }

    private static Condition of(String path, String written, String key, List<String> expected) {
        if (written.equals("Null")) {
            return new Absence(key, expected);
        }
        Quantifier quantifier = Quantifier.of(written);
        String name = written.substring(quantifier.prefix.length());
        boolean ifExists = name.endsWith("IfExists");
        Operator operator = Operator.of(ifExists ? name.substring(0, name.length() - "IfExists".length()) : name)
                .orElseThrow(() -> InvalidPolicyException.unknown(path, "this operator"));
        List<Template> templates = expected.stream().map(Template::new).toList();
        return new Comparison(quantifier, operator, ifExists, key, templates);
    }

    /** How many of a key's values must match. Without one, IAM takes the key to have a single value. */
    enum Quantifier {
        ANY("ForAnyValue:"),
        ALL("ForAllValues:"),
        NONE("");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }

        private static Quantifier of(String operator) {
            return Arrays.stream(values())
                    .filter(quantifier -> operator.startsWith(quantifier.prefix))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    /** A key whose values are compared. */
    record Comparison(Quantifier quantifier, Operator operator, boolean ifExists, String key, List<Template> expected)
            implements Condition {

        @Override
        public boolean holds(Context context) {
            List<String> values = context.valuesOf(key);
            if (values.isEmpty()) {
                return ifExists
                        || quantifier == Quantifier.ALL
                        || (quantifier == Quantifier.NONE && operator.negated());
            }
            Predicate<String> matches = value -> operator.holds(expected, value, context);
            return quantifier == Quantifier.ALL
                    ? values.stream().allMatch(matches)
                    : values.stream().anyMatch(matches);
        }
    }

    /** {@code Null}: whether a key is absent, {@code "true"}, or there, {@code "false"}. */
    record Absence(String key, List<String> expected) implements Condition {

        @Override
        public boolean holds(Context context) {
            return expected.contains(String.valueOf(context.valuesOf(key).isEmpty()));
        }
    }
}
