package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/** From JSON to a checked configuration; every problem is told with its JSON path. */
final class ConfigReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How Jackson begins its message; it has no exception of its own for this. */
    private static final String MISSING = "Missing required creator property";

    private ConfigReader() {}

    static EmulatorConfig readDefaults() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("default-config.json")) {
            return read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmulatorConfig read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new EmulatorConfigException("$", "there is no file " + file);
        } catch (IOException e) {
            throw new EmulatorConfigException("$", "the file " + file + " cannot be read as UTF-8 text");
        }
    }

    static EmulatorConfig read(String json) {
        try {
            EmulatorConfig config = JSON.readValue(json, EmulatorConfig.class);
            if (config == null) {
                throw new EmulatorConfigException("$", "null where an object is expected");
            }
            return config;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof EmulatorConfigException wrong) {
                throw wrong;
            }
            throw new EmulatorConfigException(pathOf(e), problemOf(e));
        } catch (JsonProcessingException e) {
            throw new EmulatorConfigException("$", "not JSON: " + firstLine(e) + ", " + placeOf(e));
        }
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
        return firstLine(e).startsWith(MISSING) ? "missing" : firstLine(e);
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

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }
}
