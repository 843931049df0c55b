package io.github.cognitoee.emulator;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error that an operation gives for no reason of the caller's: throttling, a failure inside of AWS, a trigger that threw.
 * Immutable. Set it with {@link Faults}.
 *
 * @param type its name in the service's model, such as {@code TooManyRequestsException}
 * @param times after so many calls it is over; 0 for until it is cleared
 */
public record CallFault(String type, String message, int times) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z.]{1,100}");
    private static final String INTERNAL = "InternalErrorException";

    /** @throws IllegalArgumentException if the type is no name, or the number negative */
    public CallFault {
        Objects.requireNonNull(message, "message");
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("found type \"" + type + "\", expected a name of up to 100 letters");
        }
        if (times < 0) {
            throw new IllegalArgumentException("found " + times + " times, expected zero or more");
        }
    }

    /** This error with status 400, or 500 for {@code InternalErrorException}, until it is cleared. */
    public static CallFault of(String type, String message) {
        return new CallFault(type, message, 0);
    }

    /** Too many requests, as Cognito says when a quota is used up. */
    public static CallFault throttled() {
        return of("TooManyRequestsException", "Rate exceeded");
    }

    /** An error of the service's own, which is no fault of the caller's. */
    public static CallFault internalError() {
        return of(INTERNAL, "Internal error");
    }

    /** For this many calls alone. */
    public CallFault times(int number) {
        return new CallFault(type, message, number);
    }

    ServiceException asAnswer() {
        return ServiceException.of(type, type.equals(INTERNAL) ? 500 : 400, message);
    }

    /** What is left of it after a call; null if that was the last. */
    @Nullable
    CallFault afterCall() {
        return switch (times) {
            case 0 -> this;
            case 1 -> null;
            default -> times(times - 1);
        };
    }
}
