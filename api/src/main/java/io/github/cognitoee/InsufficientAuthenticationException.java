package io.github.cognitoee;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bean that {@link RequiresRecentLogin} or {@link RequiresAssurance} guards was called by somebody who signed in too long
 * ago or too weakly, or by nobody at all. Left alone it is answered by REST resources and Servlets.
 */
public class InsufficientAuthenticationException extends CognitoException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration maxAge;
    private final @Nullable String assurance;

    /**
     * @param maxAge how long ago the sign-in may have been; empty for any time
     * @param assurance the level it must have reached; empty for any
     */
    public InsufficientAuthenticationException(String message, Optional<Duration> maxAge, Optional<String> assurance) {
        super(message);
        this.maxAge = maxAge.orElse(null);
        this.assurance = assurance.orElse(null);
    }

    /** How long ago the sign-in may have been; empty for any time. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** The level of assurance that the sign-in must have reached; empty for any. */
    public Optional<String> assurance() {
        return Optional.ofNullable(assurance);
    }
}
