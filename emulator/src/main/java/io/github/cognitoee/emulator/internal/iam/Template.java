package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a policy, in which variables stand, and in some places wildcards: {@code *} for any text, {@code ?} for one
 * character. What a variable is replaced by has no wildcards.
 */
record Template(String text) {

    /** {@code ${key}}, or <code>${key, 'default'}</code>. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([^,}]+?)\\s*(?:,\\s*'([^']*)'\\s*)?}");

    private static final List<String> CHARACTERS = List.of("*", "?", "$");

    /** With its variables replaced; empty if one of them has no value, as nothing equals it then. */
    Optional<String> resolved(Context context) {
        return replaced(context, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Whether a text is of this pattern. None is if a variable has no value. */
    boolean matches(String candidate, Context context, int flags) {
        return replaced(context, Template::wildcards, Pattern::quote)
                .filter(regex -> Pattern.compile(regex, flags | Pattern.DOTALL)
                        .matcher(candidate)
                        .matches())
                .isPresent();
    }

    private Optional<String> replaced(Context context, UnaryOperator<String> ofText, UnaryOperator<String> ofValues) {
        StringBuilder result = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            Optional<String> value =
                    valueOf(variable.group(1), context).or(() -> Optional.ofNullable(variable.group(2)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            result.append(ofText.apply(text.substring(end, variable.start()))).append(ofValues.apply(value.get()));
            end = variable.end();
        }
        return Optional.of(result.append(ofText.apply(text.substring(end))).toString());
    }

    /** A key with several values is no variable. */
    private static Optional<String> valueOf(String name, Context context) {
        List<String> values = CHARACTERS.contains(name) ? List.of(name) : context.valuesOf(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static String wildcards(String text) {
        return Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    }
}
