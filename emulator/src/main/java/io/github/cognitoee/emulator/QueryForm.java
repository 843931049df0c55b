package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of a Query call as the JSON that the other services would get: {@code PolicyArns.member.1.arn} is a member
 * of the first element of a list.
 */
final class QueryForm {

    private static final Set<String> OF_PROTOCOL = Set.of("Action", "Version");
    private static final Set<String> NUMBERS = Set.of("DurationSeconds");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\.member\\.([1-9]\\d?)\\.(\\w+)");

    private QueryForm() {}

    static JsonNode json(Map<String, List<String>> parameters) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, TreeMap<Integer, ObjectNode>> lists = new TreeMap<>();
        parameters.forEach((name, values) -> {
            var member = MEMBER.matcher(name);
            if (member.matches()) {
                lists.computeIfAbsent(member.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(member.group(2)), index -> object.objectNode())
                        .put(capitalised(member.group(3)), values.get(0));
            } else if (!OF_PROTOCOL.contains(name)) {
                object.set(name, value(name, values.get(0)));
            }
        });
        lists.forEach((name, elements) -> {
            ArrayNode list = object.putArray(name);
            elements.values().forEach(list::add);
        });
        return object;
    }

    private static JsonNode value(String name, String text) {
        return NUMBERS.contains(name) && NUMBER.matcher(text).matches()
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
