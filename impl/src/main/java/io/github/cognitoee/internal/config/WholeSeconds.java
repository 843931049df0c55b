package io.github.cognitoee.internal.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as OAuth tells them: in whole seconds, one at least. */
public final class WholeSeconds {

    private WholeSeconds() {}

    /** Empty for a text that is no such time in ISO 8601. */
    public static Optional<Duration> parse(String text) {
        try {
            Duration time = Duration.parse(text);
            return time.compareTo(Duration.ZERO) > 0 && time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                    ? Optional.of(time)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
