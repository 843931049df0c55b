package io.github.cognitoee.internal.jwt;

import java.time.Duration;

/** What is known of the keys when their endpoint begins to fail. Sets live for {@link #TIME_TO_LIVE}. */
enum Situation {
    /** They are fresh, and it is time to fetch them ahead of their end. */
    DUE("known, due", Duration.ofMinutes(4)),
    /** They are no longer fresh. */
    STALE("known, stale", Duration.ofMinutes(5)),
    /** None: the application starts. */
    COLD("cold start", Duration.ZERO);

    /** The least that the library goes by. */
    static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final String title;
    private final Duration skipped;

    Situation(String title, Duration skipped) {
        this.title = title;
        this.skipped = skipped;
    }

    boolean keysAreKnown() {
        return this != COLD;
    }

    /** What comes before the fault. */
    void prepare(Service service) {
        if (keysAreKnown()) {
            service.deployWithKeys();
        }
    }

    /** What comes right after the fault began. */
    void begin(Service service) {
        if (keysAreKnown()) {
            service.clock.skip(skipped);
        } else {
            service.deploy();
        }
    }

    @Override
    public String toString() {
        return skipped.isZero() ? title : title + " (" + skipped.toMinutes() + " min skipped)";
    }
}
