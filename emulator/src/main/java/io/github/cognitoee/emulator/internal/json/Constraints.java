package io.github.cognitoee.emulator.internal.json;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.Constraint.Range;
import io.github.cognitoee.emulator.internal.json.Constraint.Secret;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link Constraint}s of one type, its own and those of annotations put together from them. */
record Constraints(
        @Nullable Length length,
        @Nullable Pattern pattern,
        @Nullable Range range,
        @Nullable List<String> values,
        boolean secret) {

    static Constraints of(AnnotatedType type) {
        List<Annotation> all = Arrays.stream(type.getAnnotations())
                .flatMap(one -> Stream.concat(
                        Stream.of(one), Arrays.stream(one.annotationType().getAnnotations())))
                .toList();
        Matches matches = first(all, Matches.class);
        OneOf oneOf = first(all, OneOf.class);
        return new Constraints(
                first(all, Length.class),
                matches == null ? null : Pattern.compile(matches.value(), Pattern.UNICODE_CHARACTER_CLASS),
                first(all, Range.class),
                oneOf == null ? null : List.of(oneOf.value()),
                first(all, Secret.class) != null);
    }

    private static <A extends Annotation> @Nullable A first(List<Annotation> all, Class<A> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    void checkText(String path, String text, Violations violations) {
        checkLength(path, text, text.length(), violations);
        if (pattern != null && !pattern.matcher(text).matches()) {
            violations.add(path, told(text), "Member must satisfy regular expression pattern: " + pattern);
        }
        if (values != null && !values.contains(text)) {
            violations.add(path, told(text), "Member must satisfy enum value set: " + values);
        }
    }

    void checkSize(String path, int size, Violations violations) {
        checkLength(path, null, size, violations);
    }

    void checkNumber(String path, int number, Violations violations) {
        if (range != null && number < range.min()) {
            violations.add(path, number, "Member must have value greater than or equal to " + range.min());
        }
        if (range != null && number > range.max()) {
            violations.add(path, number, "Member must have value less than or equal to " + range.max());
        }
    }

    private void checkLength(String path, @Nullable String text, int found, Violations violations) {
        if (length != null && found < length.min()) {
            violations.add(path, told(text), "Member must have length greater than or equal to " + length.min());
        }
        if (length != null && found > length.max()) {
            violations.add(path, told(text), "Member must have length less than or equal to " + length.max());
        }
    }

    private @Nullable String told(@Nullable String text) {
        return secret ? null : text;
    }
}
