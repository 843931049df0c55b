package io.github.cognitoee.emulator.internal.iam;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ARNs that a policy means. A wildcard stands for text within one of the first five segments, and for anything
 * behind the fifth colon; one that ends a shorter pattern stands for all the rest. Variables stand behind the fifth colon.
 *
 * @param segments six, or fewer and a wildcard at the end
 */
record ArnPattern(List<Template> segments) {

    private static final int SEGMENTS = 6;

    static List<ArnPattern> allOf(Members statement, String member) {
        return statement.texts(member).stream()
                .map(text -> parse(statement.pathOf(member), text))
                .toList();
    }

    private static ArnPattern parse(String path, String text) {
        ArnPattern pattern = of(new Template(text));
        List<Template> segments = pattern.segments();
        if (!text.equals("*") && (!text.startsWith("arn:") || (segments.size() < SEGMENTS && !text.endsWith("*")))) {
            throw InvalidPolicyException.rule(path, "Resource " + text + " must be in ARN format or \"*\".");
        }
        if (segments.stream().limit(SEGMENTS - 1L).anyMatch(segment -> segment.text()
                .contains("${"))) {
            throw InvalidPolicyException.syntax(path, "a variable may only stand behind the fifth colon");
        }
        return pattern;
    }

    /** Whatever it is; what has no form of an ARN is that of none. */
    static ArnPattern of(Template template) {
        return new ArnPattern(split(template.text()).stream().map(Template::new).toList());
    }

    boolean matches(String arn, Context context) {
        List<String> actual = split(arn);
        int last = segments.size() - 1;
        return actual.size() > last
                && (last == SEGMENTS - 1 || endsOpen())
                && IntStream.range(0, last).allMatch(i -> segments.get(i).matches(actual.get(i), context, 0))
                && segments.get(last).matches(String.join(":", actual.subList(last, actual.size())), context, 0);
    }

    private boolean endsOpen() {
        return segments.get(segments.size() - 1).text().endsWith("*");
    }

    private static List<String> split(String text) {
        return Arrays.asList(text.split(":", SEGMENTS));
    }
}
