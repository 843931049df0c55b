package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that definition annotations may hold too: the sources win, then the {@code ...Expression} twin of a member
 * where it is not empty, then the member itself. Expressions are evaluated once, and only where no source knows the key.
 */
final class AnnotatedReader {

    private static final String ANNOTATION = "annotation";
    private static final String EXPRESSION = "expression in the annotation";

    private final ConfigReader reader;
    private final Expressions expressions;

    AnnotatedReader(ConfigReader reader, Expressions expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    /** @return empty text where nothing says anything */
    String string(Key key, String member) {
        return reader.find(key).orElseGet(() -> annotated(key, member));
    }

    /**
     * Text in which <code>${...}</code> is none of our expressions, nor one of MicroProfile Config.
     *
     * @return empty text where nothing says anything
     */
    String verbatim(Key key, String member) {
        return reader.raw(key).orElseGet(() -> {
            if (!member.isBlank()) {
                reader.found(key, ANNOTATION);
            }
            return member.strip();
        });
    }

    /** @throws io.github.cognitoee.CognitoConfigurationException when the annotation holds the secret itself */
    Optional<Secret> secret(Key key, String member) {
        Optional<Secret> configured = reader.secret(key);
        if (configured.isPresent() || member.isBlank()) {
            return configured;
        }
        if (!isExpression(member)) {
            reader.found(key, ANNOTATION);
            throw reader.invalid(
                    key,
                    "is a secret in the source code and in every copy of the WAR; set the key instead, or have the"
                            + " annotation hold an expression such as ${settings.secret}");
        }
        return Optional.of(new Secret(annotated(key, member)));
    }

    Set<String> strings(Key key, String[] member, String twin) {
        Optional<String> configured = reader.find(key);
        return configured.isPresent() ? reader.values(key, configured.get()) : annotated(key, member, twin);
    }

    boolean flag(Key key, boolean member, String twin) {
        if (reader.find(key).isPresent()) {
            return reader.flag(key, member);
        }
        if (!twin.isBlank()) {
            Object value = evaluate(key, twin);
            return value instanceof Boolean flag ? flag : flag(key, twin, text(key, twin, value));
        }
        noteUnlessDefault(key, Boolean.toString(member));
        return member;
    }

    private boolean flag(Key key, String expression, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw wrongValue(key, expression, "'" + text + "'", "true or false");
    }

    /** Several constants, none of them twice. */
    <E extends Enum<E>> Set<E> constants(Key key, Class<E> type, E[] members, String twin) {
        if (!twin.isBlank() && reader.find(key).isEmpty()) {
            Object value = evaluate(key, twin);
            if (type.isInstance(value)) {
                return EnumSet.of(type.cast(value));
            }
            return constants(key, type, list(key, twin, value));
        }
        String[] names = Stream.of(members).map(Enum::name).toArray(String[]::new);
        return constants(key, type, strings(key, names, ""));
    }

    private <E extends Enum<E>> Set<E> constants(Key key, Class<E> type, Set<String> names) {
        Set<E> constants = EnumSet.noneOf(type);
        names.forEach(name -> constants.add(constant(key, type, name)));
        return constants;
    }

    <E extends Enum<E>> E constant(Key key, Class<E> type, E member, String twin) {
        Optional<String> configured = reader.find(key);
        if (configured.isPresent()) {
            return constant(key, type, configured.get());
        }
        if (!twin.isBlank()) {
            Object value = evaluate(key, twin);
            return type.isInstance(value) ? type.cast(value) : constant(key, type, text(key, twin, value));
        }
        noteUnlessDefault(key, member.name());
        return member;
    }

    private <E extends Enum<E>> E constant(Key key, Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        reader.invalid(key, "is '" + name + "', expected one of " + List.of(type.getEnumConstants())));
    }

    /** An address of the application; of {@code ${baseURL}} nobody knows the value yet. */
    AddressTemplate address(Key key, String member) {
        String text =
                reader.find(key).orElseGet(() -> AddressTemplate.isBaseUrl(member) ? member : annotated(key, member));
        try {
            return AddressTemplate.parse(text);
        } catch (CognitoConfigurationException e) {
            throw reader.invalid(key, "is '" + text + "', " + e.getMessage());
        }
    }

    /** What an annotation says, for a key that is not looked up. */
    String annotated(Key key, String member) {
        if (member.isBlank()) {
            return "";
        }
        if (isExpression(member)) {
            return text(key, member, evaluate(key, member));
        }
        noteUnlessDefault(key, member.strip());
        return member.strip();
    }

    /** What an annotation says, for a key that is not looked up. */
    Set<String> annotated(Key key, String[] member, String twin) {
        if (!twin.isBlank()) {
            return list(key, twin, evaluate(key, twin));
        }
        Set<String> values = new LinkedHashSet<>();
        for (String element : member) {
            values.add(annotated(key, element));
        }
        values.remove("");
        return values;
    }

    private Set<String> list(Key key, String expression, @Nullable Object value) {
        Set<String> values = value instanceof String text ? ListText.values(text) : elements(key, expression, value);
        if (values.isEmpty()) {
            throw wrongValue(key, expression, "nothing", "at least one String");
        }
        return values;
    }

    private Set<String> elements(Key key, String expression, @Nullable Object value) {
        Object[] elements = value instanceof Collection<?> collection
                ? collection.toArray()
                : value instanceof Object[] array ? array : null;
        if (elements == null || !Stream.of(elements).allMatch(String.class::isInstance)) {
            throw wrongType(key, expression, value, "a String, or an array or a collection of Strings");
        }
        return Stream.of(elements)
                .map(element -> ((String) element).strip())
                .filter(element -> !element.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String text(Key key, String expression, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw wrongType(key, expression, value, "a String");
        }
        if (text.isBlank()) {
            throw wrongValue(key, expression, "blank text", "a String");
        }
        return text.strip();
    }

    private RuntimeException wrongType(Key key, String expression, @Nullable Object value, String expected) {
        String found = value == null ? "null" : "a " + value.getClass().getName();
        return wrongValue(key, expression, found, expected);
    }

    private RuntimeException wrongValue(Key key, String expression, String found, String expected) {
        return reader.invalid(
                key, "is '" + shown(key, expression) + "', which evaluates to " + found + ", expected " + expected);
    }

    /** An expression may hold a secret too, as a literal. */
    private static String shown(Key key, String expression) {
        return key.secret() ? "***" : expression;
    }

    private @Nullable Object evaluate(Key key, String text) {
        reader.found(key, isExpression(text) ? EXPRESSION : ANNOTATION);
        if (text.contains("#{")) {
            throw reader.invalid(
                    key,
                    "is '" + shown(key, text)
                            + "', a deferred expression; this value is needed when the application is deployed:"
                            + " write ${...}, which is evaluated once");
        }
        try {
            return isExpression(text) ? expressions.evaluate(text) : text;
        } catch (RuntimeException e) {
            // an application's own message may hold what it was asked for
            String reason = key.secret() ? e.getClass().getName() : e.toString();
            throw reader.invalid(key, "is '" + shown(key, text) + "', which cannot be evaluated: " + reason);
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void noteUnlessDefault(Key key, String value) {
        if (!value.equals(key.fallback())) {
            reader.found(key, ANNOTATION);
        }
    }
}
