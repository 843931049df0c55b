package io.github.cognitoee.emulator;

import java.util.OptionalInt;

/**
 * The emulator's configuration is wrong. The message begins with the place, as a JSON path, and ends with its line where the
 * configuration is a text.
 */
public final class EmulatorConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String jsonPath;
    private final String problem;
    private final int line;

    EmulatorConfigException(String jsonPath, String problem) {
        super(jsonPath + ": " + problem);
        this.jsonPath = jsonPath;
        this.problem = problem;
        this.line = 0;
    }

    EmulatorConfigException(String jsonPath, String problem, int line) {
        super(jsonPath + ": " + problem + " (line " + line + ")");
        this.jsonPath = jsonPath;
        this.problem = problem;
        this.line = line;
    }

    /** Where the configuration is wrong, such as {@code $.userPools[0].clients[1].id}. */
    public String jsonPath() {
        return jsonPath;
    }

    /** The line of the text, the first being 1; empty where the configuration is none. */
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    EmulatorConfigException in(ConfigPlaces places) {
        OptionalInt found = places.lineOf(jsonPath);
        return line == 0 && found.isPresent() ? new EmulatorConfigException(jsonPath, problem, found.getAsInt()) : this;
    }
}
