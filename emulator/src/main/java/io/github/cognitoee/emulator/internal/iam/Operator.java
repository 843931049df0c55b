package io.github.cognitoee.emulator.internal.iam;

import java.util.Arrays;
import java.util.Optional;

/** The condition operators that the emulator knows, but for {@code Null}: how a value is compared with one of the policy. */
enum Operator {
    STRING_EQUALS("StringEquals", false, Operator::equal),
    STRING_NOT_EQUALS("StringNotEquals", true, Operator::equal),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, Operator::equalButForCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, Operator::equalButForCase),
    STRING_LIKE("StringLike", false, Operator::like),
    STRING_NOT_LIKE("StringNotLike", true, Operator::like),
    ARN_EQUALS("ArnEquals", false, Operator::likeAnArn),
    ARN_LIKE("ArnLike", false, Operator::likeAnArn),
    ARN_NOT_EQUALS("ArnNotEquals", true, Operator::likeAnArn),
    ARN_NOT_LIKE("ArnNotLike", true, Operator::likeAnArn),
    BOOL("Bool", false, Operator::equalButForCase);

    private interface Comparison {
        boolean holds(Template expected, String value, Context context);
    }

    private final String written;
    private final boolean negated;
    private final Comparison comparison;

    Operator(String written, boolean negated, Comparison comparison) {
        this.written = written;
        this.negated = negated;
        this.comparison = comparison;
    }

    static Optional<Operator> of(String written) {
        return Arrays.stream(values())
                .filter(operator -> operator.written.equals(written))
                .findFirst();
    }

    boolean negated() {
        return negated;
    }

    /** Whether a value is, or is not, one of those expected. */
    boolean holds(Iterable<Template> expected, String value, Context context) {
        for (Template one : expected) {
            if (comparison.holds(one, value, context)) {
                return !negated;
            }
        }
        return negated;
    }

    private static boolean equal(Template expected, String value, Context context) {
        return expected.resolved(context).filter(value::equals).isPresent();
    }

    private static boolean equalButForCase(Template expected, String value, Context context) {
        return expected.resolved(context).filter(value::equalsIgnoreCase).isPresent();
    }

    private static boolean like(Template expected, String value, Context context) {
        return expected.matches(value, context, 0);
    }

    private static boolean likeAnArn(Template expected, String value, Context context) {
        return ArnPattern.of(expected).matches(value, context);
    }
}
