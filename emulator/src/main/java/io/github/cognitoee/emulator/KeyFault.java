package io.github.cognitoee.emulator;

import java.time.Duration;

/**
 * A way in which the key endpoint of a user pool fails. Immutable. Set it with {@link Faults}; the choice is closed.
 *
 * <p>Answers with status 200 carry the pool's {@code Cache-Control} as good ones do.
 */
public final class KeyFault {

    private static final int LEAST_ERROR = 400;
    private static final int LARGEST_ERROR = 599;
    private static final String PAGE =
            "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>Sign in to this network.</body></html>\n";
    private static final String NO_KEYS = "{\"message\":\"Everything is fine.\"}";

    private final String description;
    private final Answer answer;

    private KeyFault(String description, Answer answer) {
        this.description = description;
        this.answer = answer;
    }

    /** What the endpoint does instead of its duty. */
    @FunctionalInterface
    interface Answer {
        void to(KeySetRequest request);
    }

    /**
     * The good answer, after this delay. Closing the emulator does not wait for it.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    public static KeyFault slow(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("found delay " + delay + ", expected zero or more");
        }
        return new KeyFault("slow(" + delay + ")", request -> request.answerAfter(delay));
    }

    /**
     * An error of this status, such as 500, 503, or 404 for a pool that is gone.
     *
     * @throws IllegalArgumentException if the status is not one of an error, 400 to 599
     */
    public static KeyFault status(int code) {
        if (code < LEAST_ERROR || code > LARGEST_ERROR) {
            throw new IllegalArgumentException("found status " + code + ", expected 400 to 599");
        }
        return new KeyFault("status(" + code + ")", request -> request.refuse(code));
    }

    /** Announces the length of the whole key set, ends the connection after half of it. */
    public static KeyFault truncated() {
        return new KeyFault("truncated()", KeySetRequest::answerHalf);
    }

    /**
     * The good key set behind more padding than a client should take. It is valid JSON of unannounced length, and the keys
     * come last: a client without a limit gets them. The emulator stops when the client hangs up.
     *
     * @throws IllegalArgumentException if the padding is not at least one byte
     */
    public static KeyFault huge(long paddingBytes) {
        if (paddingBytes < 1) {
            throw new IllegalArgumentException("found a padding of " + paddingBytes + " bytes, expected one or more");
        }
        return new KeyFault("huge(" + paddingBytes + ")", request -> request.answerPadded(paddingBytes));
    }

    /**
     * 200, and then a header that grows by one character at each interval and has no end: a client that only limits each of
     * its reads waits for ever. The emulator stops when the client hangs up.
     *
     * @throws IllegalArgumentException if the interval is not at least one millisecond
     */
    public static KeyFault trickling(Duration interval) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("found interval " + interval + ", expected one millisecond or more");
        }
        return new KeyFault("trickling(" + interval + ")", request -> request.trickle(interval));
    }

    /** 200 with an HTML page, as the sign-in page of a network answers. */
    public static KeyFault wrongContent() {
        return new KeyFault("wrongContent()", request -> request.answer("text/html", PAGE));
    }

    /** 200 with a JSON object that has no keys. */
    public static KeyFault notAKeySet() {
        return new KeyFault("notAKeySet()", request -> request.answer("application/json", NO_KEYS));
    }

    /** 200 with a key set of no keys. */
    public static KeyFault noKeys() {
        return new KeyFault("noKeys()", request -> request.answer("application/json", "{\"keys\":[]}"));
    }

    /**
     * Closes the connection without an answer. Some clients then ask once more of their own accord, as
     * {@link java.net.HttpURLConnection} does; both requests count.
     */
    public static KeyFault connectionClosed() {
        return new KeyFault("connectionClosed()", KeySetRequest::hangUp);
    }

    void answer(KeySetRequest request) {
        answer.to(request);
    }

    @Override
    public String toString() {
        return description;
    }
}
