package io.github.cognitoee.internal.config;

import java.lang.System.Logger.Level;

/** What a {@link Problem} does to the application. */
public enum Severity {
    /** The application is not deployed. */
    STOPS_DEPLOYMENT("stops the deployment", Level.ERROR),
    /** Requests are answered with an error. */
    ERROR("ERROR in the log", Level.ERROR),
    /** The application runs on, and somebody should look at it. */
    WARNING("WARNING in the log", Level.WARNING),
    /** The code of the application that asked for something gets an exception. */
    THROWN("thrown to the application's code", Level.ERROR);

    private final String effect;
    private final Level level;

    Severity(String effect, Level level) {
        this.effect = effect;
        this.level = level;
    }

    /** For people to read. */
    public String effect() {
        return effect;
    }

    /** The level at which it is logged. */
    public Level level() {
        return level;
    }
}
