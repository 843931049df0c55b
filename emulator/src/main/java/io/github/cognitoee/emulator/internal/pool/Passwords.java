package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The password of an account, and those it had. Immutable.
 *
 * @param known the present one first; empty when there is none
 * @param setAt when the present one was set
 */
record Passwords(List<PasswordHash> known, @Nullable Instant setAt) {

    static final Passwords NONE = new Passwords(List.of(), null);

    private static final int REMEMBERED = 24;

    boolean accept(String password) {
        return !known.isEmpty() && known.get(0).isOf(password);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Whether it is among the last so many. */
    boolean had(String password, int history) {
        return known.stream().limit(history).anyMatch(hash -> hash.isOf(password));
    }

    Passwords with(String password, Instant now) {
        return new Passwords(
                Stream.concat(Stream.of(PasswordHash.of(password)), known.stream())
                        .limit(REMEMBERED)
                        .toList(),
                now);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
