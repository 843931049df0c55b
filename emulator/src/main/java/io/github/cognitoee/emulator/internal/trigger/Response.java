package io.github.cognitoee.emulator.internal.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a function answered, member by member. Null is the same as nothing. */
record Response(JsonNode node) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a member is true; false without it. */
    boolean isTrue(String name) {
        return find(name)
                .map(value -> expect(value.isBoolean(), value).booleanValue())
                .orElse(false);
    }

    Optional<String> text(String name) {
        return find(name).map(value -> expect(value.isTextual(), value).textValue());
    }

    /** A list of texts; empty without it. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        find(name)
                .map(value -> expect(value.isArray(), value))
                .ifPresent(list -> list.forEach(
                        value -> texts.add(expect(value.isTextual(), value).textValue())));
        return texts;
    }

    /** An object of texts; empty without it. */
    Map<String, String> textsByName(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.node()
                .properties()
                .forEach(member -> map.put(
                        member.getKey(),
                        expect(member.getValue().isTextual(), member.getValue()).textValue())));
        return map;
    }

    /** An object of anything but null; empty without it. */
    Map<String, Object> valuesByName(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        object(name).ifPresent(object -> object.node()
                .properties()
                .forEach(member -> map.put(
                        member.getKey(),
                        JSON.convertValue(expect(!member.getValue().isNull(), member.getValue()), Object.class))));
        return map;
    }

    Optional<Response> object(String name) {
        return find(name).map(value -> new Response(expect(value instanceof ObjectNode, value)));
    }

    private Optional<JsonNode> find(String name) {
        return Optional.of(node.path(name)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    private static JsonNode expect(boolean rightType, JsonNode value) {
        if (!rightType) {
            throw unrecognizable();
        }
        return value;
    }

    static Refusal unrecognizable() {
        return ErrorType.INVALID_LAMBDA_RESPONSE.because("Unrecognizable lambda output");
    }

    /** Tells the names of its members. */
    @Override
    public String toString() {
        return "Response" + node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
