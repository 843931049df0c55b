package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Constraint.Length;
import io.github.cognitoee.emulator.internal.json.Constraint.Matches;
import io.github.cognitoee.emulator.internal.json.Constraint.OneOf;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which attributes the users of a pool may have. */
public final class Schema {

    /** The standard attributes, {@code sub} aside. */
    private static final Set<String> STANDARD = Set.of(
            "address",
            "birthdate",
            "email",
            "email_verified",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "phone_number_verified",
            "picture",
            "preferred_username",
            "profile",
            "updated_at",
            "website",
            "zoneinfo");

    private static final String CUSTOM = "custom:";
    private static final int LONGEST = 2048;
    private static final String NUMBER = "-?\\d{1,18}";

    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    Schema(List<Definition> declared) {
        STANDARD.stream().sorted().forEach(name -> definitions.put(name, Definition.standard(name)));
        declared.stream().filter(definition -> !definition.name().equals("sub")).forEach(definition -> {
            String name = STANDARD.contains(definition.name()) ? definition.name() : CUSTOM + definition.name();
            definitions.put(name, definition.named(name));
        });
    }

    private Schema() {}

    /** With these definitions, under the names that they have in the pool. */
    static Schema restored(List<Definition> definitions) {
        Schema schema = new Schema();
        definitions.forEach(definition -> schema.definitions.put(definition.name(), definition));
        return schema;
    }

    static boolean isCustom(String attribute) {
        return attribute.startsWith(CUSTOM) || attribute.startsWith("dev:");
    }

    public List<Definition> definitions() {
        return List.copyOf(definitions.values());
    }

    public boolean has(String name) {
        return definitions.containsKey(name);
    }

    /** The names of all attributes that a client can be let read. */
    Stream<String> names() {
        return definitions.keySet().stream();
    }

    /** @throws Refusal if one is unknown or has an impossible value */
    public void check(Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (name.equals("sub")) {
                throw ErrorType.INVALID_PARAMETER.because("user.sub: Attribute cannot be updated.");
            }
            Definition definition = definitions.get(name);
            if (definition == null) {
                throw nonconforming(name, "Attribute does not exist in the schema.");
            }
            checkValue(name, value, definition);
        });
    }

    /** @throws Refusal if a required one is missing */
    public void checkComplete(Map<String, String> attributes) {
        missing(attributes).findFirst().ifPresent(name -> {
            throw nonconforming(name, "The attribute is required");
        });
    }

    /** The required attributes without a value. */
    public Stream<String> missing(Map<String, String> attributes) {
        return definitions.values().stream()
                .filter(definition -> Boolean.TRUE.equals(definition.required()))
                .map(Definition::name)
                .filter(name -> attributes.getOrDefault(name, "").isEmpty());
    }

    /** @throws Refusal if one that has a value must keep it */
    public void checkMutable(Map<String, String> changes, Map<String, String> present) {
        changes.keySet().stream()
                .filter(name -> present.containsKey(name) && isImmutable(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because("user." + name + ": Attribute cannot be updated.");
                });
    }

    private boolean isImmutable(String name) {
        Definition definition = definitions.get(name);
        return definition != null && Boolean.FALSE.equals(definition.mutable());
    }

    private static void checkValue(String name, String value, Definition definition) {
        if (value.length() > LONGEST) {
            throw nonconforming(name, "String must be no longer than " + LONGEST + " characters");
        }
        boolean fits = value.isEmpty() || definition.fits(value);
        if (!fits) {
            throw nonconforming(name, "The value does not fit " + definition.attributeDataType());
        }
        if (name.equals("email") && !value.isEmpty() && !value.matches("[^@\\s]+@[^@\\s]+")) {
            throw ErrorType.INVALID_PARAMETER.because("Invalid email address format.");
        }
        if (name.equals("phone_number") && !value.isEmpty() && !value.matches("\\+\\d{1,15}")) {
            throw ErrorType.INVALID_PARAMETER.because("Invalid phone number format.");
        }
    }

    private static Refusal nonconforming(String name, String problem) {
        return ErrorType.INVALID_PARAMETER.because(
                "Attributes did not conform to the schema: " + name + ": " + problem + "\n");
    }

    /** One attribute of a schema, on the wire. */
    public record Definition(
            @Length(min = 1, max = 20) String name,
            @Nullable @OneOf({"String", "Number", "DateTime", "Boolean"}) String attributeDataType,
            @Nullable Boolean mutable,
            @Nullable Boolean required,
            @Nullable Lengths stringAttributeConstraints,
            @Nullable Values numberAttributeConstraints) {

        public Definition {
            attributeDataType = attributeDataType == null ? "String" : attributeDataType;
        }

        static Definition standard(String name) {
            String type =
                    switch (name) {
                        case "email_verified", "phone_number_verified" -> "Boolean";
                        case "updated_at" -> "Number";
                        default -> "String";
                    };
            return new Definition(name, type, true, false, null, null);
        }

        /** An attribute of the application's own, a mutable text. */
        static Definition custom(String name) {
            return new Definition(name, "String", true, false, null, null);
        }

        private Definition named(String other) {
            return new Definition(
                    other,
                    attributeDataType,
                    !Boolean.FALSE.equals(mutable),
                    Boolean.TRUE.equals(required),
                    stringAttributeConstraints,
                    numberAttributeConstraints);
        }

        /** Whether the service takes it in a new pool. */
        public boolean isPossible() {
            return !Boolean.TRUE.equals(required) || STANDARD.contains(name);
        }

        private boolean fits(String value) {
            return switch (String.valueOf(attributeDataType)) {
                case "Number" -> value.matches(NUMBER)
                        && (numberAttributeConstraints == null || numberAttributeConstraints.allow(value));
                case "Boolean" -> value.matches("true|false");
                case "String" -> stringAttributeConstraints == null || stringAttributeConstraints.allow(value);
                default -> true;
            };
        }
    }

    /** The bounds of a text; numbers are texts on the wire. */
    public record Lengths(@Nullable @Matches(NUMBER) String minLength, @Nullable @Matches(NUMBER) String maxLength) {

        private boolean allow(String value) {
            return isWithin(value.length(), minLength, maxLength);
        }
    }

    /** The bounds of a number; numbers are texts on the wire. */
    public record Values(@Nullable @Matches(NUMBER) String minValue, @Nullable @Matches(NUMBER) String maxValue) {

        private boolean allow(String value) {
            return isWithin(Long.parseLong(value), minValue, maxValue);
        }
    }

    private static boolean isWithin(long found, @Nullable String least, @Nullable String most) {
        return (least == null || found >= Long.parseLong(least)) && (most == null || found <= Long.parseLong(most));
    }
}
