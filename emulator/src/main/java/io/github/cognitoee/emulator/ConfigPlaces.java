package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** In which line of a configuration's text each of its members stands, by JSON path. */
final class ConfigPlaces {

    /** What stands deeper than a path of so many characters is told by the line of what is around it. */
    private static final int LONGEST_PATH = 200;

    private final Map<String, Integer> lines = new HashMap<>();

    private ConfigPlaces() {}

    /**
     * Reads the text to its end.
     *
     * @throws EmulatorConfigException if it has an alias: a reader would take it for a plain text
     * @throws JsonProcessingException if it is not of this format
     */
    static ConfigPlaces of(JsonFactory format, String text) throws JsonProcessingException {
        ConfigPlaces places = new ConfigPlaces();
        try (JsonParser parser = format.createParser(text)) {
            if (parser.nextToken() != null) {
                places.value(parser, "$");
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return places;
    }

    private void value(JsonParser parser, String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        lines.putIfAbsent(path, line);
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new EmulatorConfigException(path, "an alias, which is not supported: write the value out", line);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = "." + parser.currentName();
                parser.nextToken();
                value(parser, below(path, member));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, below(path, "[" + i + "]"));
            }
        }
    }

    private static String below(String path, String step) {
        return path.length() + step.length() > LONGEST_PATH ? path : path + step;
    }

    /** The line of what stands at this path, or of the innermost that stands around it. */
    OptionalInt lineOf(String path) {
        String place = path;
        while (!lines.containsKey(place)) {
            int end = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
            if (end <= 0) {
                return OptionalInt.empty();
            }
            place = place.substring(0, end);
        }
        return OptionalInt.of(lines.get(place));
    }
}
