package io.github.cognitoee.benchmarks;

import java.util.Locale;

/** What a figure has to satisfy. */
public record Budget(Comparison comparison, double limit) {

    /** For figures that are reported without a promise. */
    public static final Budget NONE = new Budget(Comparison.NONE, 0);

    /** How a figure is compared with the limit. */
    public enum Comparison {
        NONE,
        AT_LEAST,
        AT_MOST,
        BELOW,
        ABOVE,
        EXACTLY
    }

    public static Budget atLeast(double limit) {
        return new Budget(Comparison.AT_LEAST, limit);
    }

    public static Budget atMost(double limit) {
        return new Budget(Comparison.AT_MOST, limit);
    }

    public static Budget below(double limit) {
        return new Budget(Comparison.BELOW, limit);
    }

    public static Budget above(double limit) {
        return new Budget(Comparison.ABOVE, limit);
    }

    public static Budget exactly(double figure) {
        return new Budget(Comparison.EXACTLY, figure);
    }

    /** {@code true}, {@code false}, or empty where nothing is promised. */
    String verdict(double figure) {
        return switch (comparison) {
            case NONE -> "";
            case AT_LEAST -> String.valueOf(figure >= limit);
            case AT_MOST -> String.valueOf(figure <= limit);
            case BELOW -> String.valueOf(figure < limit);
            case ABOVE -> String.valueOf(figure > limit);
            case EXACTLY -> String.valueOf(figure == limit);
        };
    }

    /** Such as {@code <=1.25}; empty where nothing is promised. */
    @Override
    public String toString() {
        String number =
                limit == Math.rint(limit) ? String.valueOf((long) limit) : String.format(Locale.ROOT, "%s", limit);
        return switch (comparison) {
            case NONE -> "";
            case AT_LEAST -> ">=" + number;
            case AT_MOST -> "<=" + number;
            case BELOW -> "<" + number;
            case ABOVE -> ">" + number;
            case EXACTLY -> "=" + number;
        };
    }
}
