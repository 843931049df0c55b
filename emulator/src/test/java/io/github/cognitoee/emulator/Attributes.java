package io.github.cognitoee.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** The SDK's attributes from names and values in turn, and back. */
final class Attributes {

    private Attributes() {}

    static List<AttributeType> of(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> AttributeType.builder()
                        .name(namesAndValues[2 * i])
                        .value(namesAndValues[2 * i + 1])
                        .build())
                .toList();
    }

    static Map<String, String> map(List<AttributeType> attributes) {
        Map<String, String> map = new LinkedHashMap<>();
        attributes.forEach(attribute -> map.put(attribute.name(), attribute.value()));
        return map;
    }
}
