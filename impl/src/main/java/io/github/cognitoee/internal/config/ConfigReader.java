package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.ConfigSource.ConfigValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Reads values by key, from the sources in order; remembers where each came from. Used by one thread at deployment. */
final class ConfigReader {

    private final List<ConfigSource> sources;
    private final Map<String, String> origins = new LinkedHashMap<>();

    ConfigReader(List<ConfigSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The value of a key that is no secret. */
    Optional<String> find(Key key) {
        if (key.secret()) {
            throw new IllegalArgumentException(key.name() + " is read as a secret only");
        }
        return lookUp(key, ConfigSource::find);
    }

    /** The same, as it is written, see {@link ConfigSource#findRaw}. */
    Optional<String> raw(Key key) {
        return lookUp(key, ConfigSource::findRaw);
    }

    Optional<Secret> secret(Key key) {
        return lookUp(key, ConfigSource::find).map(Secret::new);
    }

    private Optional<String> lookUp(Key key, BiFunction<ConfigSource, String, Optional<ConfigValue>> way) {
        for (ConfigSource source : sources) {
            Optional<ConfigValue> value = way.apply(source, key.name());
            if (value.isPresent()) {
                found(key, value.get().origin());
                return value.map(ConfigValue::text);
            }
        }
        return Optional.empty();
    }

    /** The values of a list; empty where the key is absent. */
    Set<String> list(Key key) {
        return find(key).map(text -> values(key, text)).orElseGet(Set::of);
    }

    /** A list that is there and holds nothing would lift a restriction in silence. */
    Set<String> values(Key key, String text) {
        Set<String> values = ListText.values(text);
        if (values.isEmpty()) {
            throw invalid(key, "is '" + text + "', expected at least one value");
        }
        return values;
    }

    boolean flag(Key key, boolean otherwise) {
        return find(key)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw invalid(key, "is '" + value + "', expected true or false");
                })
                .orElse(otherwise);
    }

    /** @param example for whoever wrote it otherwise */
    Optional<Duration> duration(Key key, String example) {
        return find(key).map(value -> {
            try {
                return Duration.parse(value);
            } catch (DateTimeException e) {
                throw invalid(key, "is '" + value + "', expected a duration such as " + example);
            }
        });
    }

    /** How often something may be called. */
    Optional<Integer> perSecond(Key key) {
        return find(key).map(value -> {
            if (!value.matches("[1-9]\\d{0,5}")) {
                throw invalid(key, "is '" + value + "', expected a number of calls from 1 to 999999");
            }
            return Integer.parseInt(value);
        });
    }

    /** @return the region with which the id of a user pool begins */
    Region regionOfUserPool(Key key, String id) {
        return region(key, id, '_', "eu-west-1_AbCdEfGhI");
    }

    /** @return the region with which the id of an identity pool begins */
    Region regionOfIdentityPool(Key key, String id) {
        return region(key, id, ':', "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001");
    }

    private Region region(Key key, String id, char separator, String example) {
        int end = id.indexOf(separator);
        try {
            return new Region(end < 0 ? id : id.substring(0, end));
        } catch (CognitoConfigurationException e) {
            throw invalid(key, "is '" + id + "', expected a region, then '" + separator + "', as in " + example);
        }
    }

    /** A region by itself. */
    Region region(Key key, String name) {
        try {
            return new Region(name);
        } catch (CognitoConfigurationException e) {
            throw invalid(key, "is '" + name + "', expected an AWS region such as eu-west-1");
        }
    }

    /** All names in the sources that may be meant for the library, keys and environment variables alike. */
    Set<String> names() {
        return sources.stream()
                .flatMap(source -> source.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes where the value of a key came from. */
    void found(Key key, String origin) {
        origins.put(key.name(), origin);
    }

    /** {@code key (where it came from)}, as error messages name a setting. */
    CognitoConfigurationException invalid(Key key, String problem) {
        String origin = origins.containsKey(key.name()) ? " (from " + origins.get(key.name()) + ")" : "";
        return Problem.WRONG_VALUE.exception(key.name() + origin + " " + problem);
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
