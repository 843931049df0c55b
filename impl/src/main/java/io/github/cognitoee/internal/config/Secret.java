package io.github.cognitoee.internal.config;

/** A value that must not be shown: it prints as {@code ***}, so that no message, log or {@code toString} can hold it. */
public final class Secret {

    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
