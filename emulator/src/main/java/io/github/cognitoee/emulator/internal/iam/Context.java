package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is known of a request and its caller: values by condition key. The case of keys does not matter. Immutable. */
public final class Context {

    private final Map<String, List<String>> values;

    private Context(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /** @throws IllegalStateException if two keys differ in case alone */
    public static Context of(Map<String, List<String>> values) {
        return new Context(values.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), entry -> List.copyOf(entry.getValue()))));
    }

    /** None for a key that the request does not have. */
    List<String> valuesOf(String key) {
        return Objects.requireNonNullElse(values.get(key.toLowerCase(Locale.ROOT)), List.of());
    }
}
