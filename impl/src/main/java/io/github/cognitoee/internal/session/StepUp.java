package io.github.cognitoee.internal.session;

import java.time.Duration;
import java.util.Optional;

/**
 * What a sign-in must be like (RFC 9470).
 *
 * @param maxAge how long ago at most
 * @param assurance the level that it reached at least
 */
public record StepUp(Optional<Duration> maxAge, Optional<String> assurance) {

    /** Any will do. */
    public static final StepUp NONE = new StepUp(Optional.empty(), Optional.empty());

    public boolean isEmpty() {
        return maxAge.isEmpty() && assurance.isEmpty();
    }
}
