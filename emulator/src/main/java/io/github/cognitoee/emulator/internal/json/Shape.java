package io.github.cognitoee.emulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member of a request may be. Compiled once from the type of a record component. */
interface Shape {

    /**
     * Checks a value that is present, constraints included.
     *
     * @param path as it stands in messages, such as {@code userAttributes.1.member.name}
     * @throws Refusal if it has the wrong type or an unknown member
     */
    void check(String path, JsonNode value, Violations violations);

    /** The value as Java has it. It was checked. */
    @Nullable
    Object read(JsonNode value);

    static Shape of(AnnotatedType type) {
        Type raw = type.getType() instanceof ParameterizedType generic ? generic.getRawType() : type.getType();
        Constraints constraints = Constraints.of(type);
        if (raw == String.class) {
            return new OfText(constraints);
        }
        if (raw == Integer.class) {
            return new OfInteger(constraints);
        }
        if (raw == Boolean.class) {
            return new OfBoolean();
        }
        if (raw == JsonNode.class) {
            return new OfDocument();
        }
        if (raw == List.class) {
            return new OfList(constraints, of(argument(type, 0)));
        }
        if (raw == Map.class) {
            return new OfMap(constraints, of(argument(type, 1)));
        }
        return StructureShape.of(((Class<?>) raw).asSubclass(Record.class));
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    static void expect(boolean rightType, String path, String expected) {
        if (!rightType) {
            throw ErrorType.SERIALIZATION.because("The member " + path + " has the wrong type, expected " + expected);
        }
    }

    record OfText(Constraints constraints) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isTextual(), path, "a string");
            constraints.checkText(path, value.textValue(), violations);
        }

        @Override
        public Object read(JsonNode value) {
            return value.textValue();
        }
    }

    record OfInteger(Constraints constraints) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isIntegralNumber() && value.canConvertToInt(), path, "an integer");
            constraints.checkNumber(path, value.intValue(), violations);
        }

        @Override
        public Object read(JsonNode value) {
            return value.intValue();
        }
    }

    record OfBoolean() implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isBoolean(), path, "a boolean");
        }

        @Override
        public Object read(JsonNode value) {
            return value.booleanValue();
        }
    }

    /** Whatever a caller and a browser agree upon. */
    record OfDocument() implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isObject(), path, "a document");
        }

        @Override
        public Object read(JsonNode value) {
            return value;
        }
    }

    record OfList(Constraints constraints, Shape element) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isArray(), path, "a list");
            constraints.checkSize(path, value.size(), violations);
            for (int i = 0; i < value.size(); i++) {
                String place = path + "." + (i + 1) + ".member";
                if (value.get(i).isNull()) {
                    violations.addNull(place);
                } else {
                    element.check(place, value.get(i), violations);
                }
            }
        }

        @Override
        public Object read(JsonNode value) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(node -> list.add(element.read(node)));
            return Collections.unmodifiableList(list);
        }
    }

    /** Null is the same as no entry: amazon-cognito-identity-js sends {@code "DEVICE_KEY": null} when it refreshes. */
    record OfMap(Constraints constraints, Shape content) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            expect(value.isObject(), path, "a map");
            constraints.checkSize(path, value.size(), violations);
            entries(value)
                    .forEach(entry ->
                            content.check(path + "." + entry.getKey() + ".member", entry.getValue(), violations));
        }

        @Override
        public Object read(JsonNode value) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries(value).forEach(entry -> map.put(entry.getKey(), content.read(entry.getValue())));
            return Collections.unmodifiableMap(map);
        }

        private static Stream<Map.Entry<String, JsonNode>> entries(JsonNode value) {
            return value.properties().stream().filter(entry -> !entry.getValue().isNull());
        }
    }
}
