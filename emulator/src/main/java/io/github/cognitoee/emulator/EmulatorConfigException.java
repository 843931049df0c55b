package io.github.cognitoee.emulator;

/** The emulator's configuration is wrong. The message begins with the place, as a JSON path. */
public final class EmulatorConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String jsonPath;

    EmulatorConfigException(String jsonPath, String problem) {
        super(jsonPath + ": " + problem);
        this.jsonPath = jsonPath;
    }

    /** Where the configuration is wrong, such as {@code $.userPools[0].clients[1].id}. */
    public String jsonPath() {
        return jsonPath;
    }
}
