package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From a text to a checked configuration; every problem is told with its JSON path, and its line. */
final class ConfigReader {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(100).build();

    /** How Jackson begins its message; it has no exception of its own for this. */
    private static final String MISSING = "Missing required creator property";

    /** A line of SnakeYAML's message and the place below it. */
    private static final Pattern YAML_PROBLEM = Pattern.compile("(?m)^(.+)\\R in '[^']*', line (\\d+), column (\\d+):");

    private ConfigReader() {}

    /** In which a configuration can be written. */
    private enum Format {
        JSON(JsonFactory.builder().streamReadConstraints(LIMITS).build()),
        YAML(YAMLFactory.builder().streamReadConstraints(LIMITS).build());

        private final ObjectMapper mapper;

        Format(JsonFactory factory) {
            mapper = JsonMapper.builder(factory)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();
        }

        static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : JSON;
        }
    }

    static EmulatorConfig readDefaults() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("default-config.json")) {
            return read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmulatorConfig read(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new EmulatorConfigException("$", file + " is no regular file");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new EmulatorConfigException("$", "the file " + file + " exceeds " + LARGEST_FILE + " bytes");
            }
            return read(Files.readString(file), Format.of(file));
        } catch (NoSuchFileException e) {
            throw new EmulatorConfigException("$", "there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new EmulatorConfigException("$", "the file " + file + " is no UTF-8 text");
        } catch (IOException e) {
            throw new EmulatorConfigException("$", "the file " + file + " cannot be read: " + e);
        }
    }

    static EmulatorConfig read(String json) {
        return read(json, Format.JSON);
    }

    private static EmulatorConfig read(String text, Format format) {
        if (text.isBlank()) {
            throw new EmulatorConfigException("$", "the configuration is empty");
        }
        ConfigPlaces places = places(text, format);
        try {
            EmulatorConfig config = format.mapper.readValue(text, EmulatorConfig.class);
            if (config == null) {
                throw new EmulatorConfigException("$", "null where an object is expected");
            }
            return config;
        } catch (JsonMappingException e) {
            throw (e.getCause() instanceof EmulatorConfigException wrong
                            ? wrong
                            : new EmulatorConfigException(pathOf(e), problemOf(e)))
                    .in(places);
        } catch (JsonProcessingException e) {
            throw unreadable(format, e);
        }
    }

    /** Before anything is made of it: half of a text would be told to lack the other half. */
    private static ConfigPlaces places(String text, Format format) {
        try {
            return ConfigPlaces.of(format.mapper.getFactory(), text);
        } catch (JsonProcessingException e) {
            throw unreadable(format, e);
        }
    }

    private static EmulatorConfigException unreadable(Format format, JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new EmulatorConfigException(
                    "$",
                    "more than " + LIMITS.getMaxNestingDepth() + " levels, or a name, text or number that is too long");
        }
        Matcher yaml = YAML_PROBLEM.matcher(e.getOriginalMessage());
        String told = "";
        while (yaml.find()) { // the last one: those before are what it was about
            told = yaml.group(1) + ", line " + yaml.group(2) + ", column " + yaml.group(3);
        }
        return new EmulatorConfigException(
                "$", "not " + format + ": " + (told.isEmpty() ? mistake(e) + ", " + placeOf(e) : told));
    }

    private static String problemOf(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown member, expected one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "unknown value \"" + format.getValue() + "\"";
        }
        if (e.getOriginalMessage().startsWith(MISSING)) {
            return "missing";
        }
        return e instanceof MismatchedInputException wrong && wrong.getTargetType() != null
                ? "expected " + nameOf(wrong.getTargetType())
                : "not what is expected here";
    }

    /** In the words of JSON. */
    private static String nameOf(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", "$", ""));
    }

    private static String placeOf(JsonProcessingException e) {
        return "line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
    }

    /** Nothing of the text is quoted that may be a secret: a password is easily left without its quotes. */
    private static String mistake(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return message.startsWith("Unrecognized token")
                ? "a word where a value is expected; are its quotes missing?"
                : message;
    }
}
