package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads values by key: the sources in order, then the annotation; remembers where each came from. Used by one thread at
 * deployment.
 */
final class ConfigReader {

    private static final String ANNOTATION = "annotation";

    private final List<ConfigSource> sources;
    private final Map<String, String> origins = new LinkedHashMap<>();

    ConfigReader(List<ConfigSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The value of a key that annotations do not carry. */
    Optional<String> find(String key) {
        for (ConfigSource source : sources) {
            Optional<String> value = source.find(key);
            if (value.isPresent()) {
                origins.put(key, source.name());
                return value;
            }
        }
        return Optional.empty();
    }

    String string(String key, String annotated) {
        return find(key).orElseGet(() -> {
            if (!annotated.isBlank()) {
                origins.put(key, ANNOTATION);
            }
            return annotated.strip();
        });
    }

    Set<String> strings(String key, String[] annotated) {
        Optional<String> configured = find(key);
        if (configured.isEmpty() && annotated.length > 0) {
            origins.put(key, ANNOTATION);
        }
        return configured
                .map(value -> Stream.of(value.split(",")))
                .orElseGet(() -> Stream.of(annotated))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean flag(String key, boolean otherwise) {
        return find(key)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw invalid(key, "is '" + value + "', expected true or false");
                })
                .orElse(otherwise);
    }

    <E extends Enum<E>> E constant(String key, Class<E> type, E annotated) {
        return find(key)
                .map(value -> {
                    try {
                        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
                    } catch (IllegalArgumentException e) {
                        throw invalid(key, "is '" + value + "', expected one of " + List.of(type.getEnumConstants()));
                    }
                })
                .orElse(annotated);
    }

    /** {@code key (where it came from)}, as error messages name a setting. */
    CognitoConfigurationException invalid(String key, String problem) {
        String origin = origins.containsKey(key) ? " (from " + origins.get(key) + ")" : "";
        return Problem.WRONG_VALUE.exception(key + origin + " " + problem);
    }

    /** Where each value that was found came from, in the order of reading. */
    Map<String, String> origins() {
        return Collections.unmodifiableMap(origins);
    }

    String originsAsText() {
        return origins.entrySet().stream()
                .map(entry -> entry.getKey() + " from " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
