package io.github.cognitoee.internal.claims;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types in which MicroProfile JWT 2.1 knows claims, and what JSON each of them takes. A string that reads as a number
 * or a boolean is taken for one, because Cognito writes all custom attributes as strings.
 */
enum ClaimType {
    STRING("text", ClaimType::text, String.class),
    LONG("integer", ClaimType::integer, Long.class, long.class),
    BOOLEAN("boolean", ClaimType::truth, Boolean.class, boolean.class),
    STRINGS("list of texts", ClaimType::texts), // Set<String>, which is no class
    JSON("JSON value", json -> json, JsonValue.class),
    JSON_STRING("JSON string", json -> json instanceof JsonString ? json : null, JsonString.class),
    JSON_NUMBER("JSON number", json -> json instanceof JsonNumber ? json : null, JsonNumber.class),
    JSON_ARRAY("JSON array", json -> json instanceof JsonArray ? json : null, JsonArray.class),
    JSON_OBJECT("JSON object", json -> json instanceof JsonObject ? json : null, JsonObject.class);

    private final String title;
    private final Function<JsonValue, @Nullable Object> conversion;
    private final List<Class<?>> classes;

    ClaimType(String title, Function<JsonValue, @Nullable Object> conversion, Class<?>... classes) {
        this.title = title;
        this.conversion = conversion;
        this.classes = List.of(classes);
    }

    /** What it is called in messages. */
    String title() {
        return title;
    }

    /** The type that an injection point names; empty where MicroProfile JWT does not know it. */
    static Optional<ClaimType> of(Type named) {
        return Arrays.stream(values())
                .filter(type -> type == STRINGS ? isSetOfStrings(named) : type.classes.contains(named))
                .findFirst();
    }

    private static boolean isSetOfStrings(Type named) {
        return named instanceof ParameterizedType set
                && set.getRawType() == Set.class
                && set.getActualTypeArguments()[0] == String.class;
    }

    /** The claim in this type; empty where the JSON is no such thing. */
    Optional<Object> convert(JsonValue json) {
        return Optional.ofNullable(conversion.apply(json));
    }

    private static @Nullable String text(JsonValue json) {
        return switch (json.getValueType()) {
            case STRING -> ((JsonString) json).getString();
            case NUMBER, TRUE, FALSE -> json.toString();
            case ARRAY, OBJECT, NULL -> null;
        };
    }

    private static @Nullable Long integer(JsonValue json) {
        try {
            if (json instanceof JsonNumber number) {
                return number.bigDecimalValue().longValueExact();
            }
            return json instanceof JsonString text ? Long.valueOf(text.getString()) : null;
        } catch (ArithmeticException | NumberFormatException notAnInteger) {
            return null;
        }
    }

    private static @Nullable Boolean truth(JsonValue json) {
        return switch (String.valueOf(text(json))) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Set<String> texts(JsonValue json) {
        if (!(json instanceof JsonArray array)) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonValue element : array) {
            String text = text(element);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return Collections.unmodifiableSet(texts);
    }
}
