package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.srp.Identity;
import io.github.cognitoee.emulator.internal.srp.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The password of an account, and those it had. Immutable.
 *
 * @param known the present one first; empty when there is none
 * @param setAt when the present one was set
 * @param verifier by which the present one is proved without being sent; null where an older version set it
 */
record Passwords(List<PasswordHash> known, @Nullable Instant setAt, @Nullable Verifier verifier) {

    static final Passwords NONE = new Passwords(List.of(), null, null);

    private static final int REMEMBERED = 24;

    boolean accept(String password) {
        return !known.isEmpty() && known.get(0).isOf(password);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    Optional<Verifier> proof() {
        return Optional.ofNullable(verifier);
    }

    /** Whether it is among the last so many. */
    boolean had(String password, int history) {
        return known.stream().limit(history).anyMatch(hash -> hash.isOf(password));
    }

    Passwords with(Identity identity, String password, Instant now) {
        return new Passwords(
                Stream.concat(Stream.of(PasswordHash.of(password)), known.stream())
                        .limit(REMEMBERED)
                        .toList(),
                now,
                Verifier.of(identity, password));
    }

    /** The same, with what was missing of the present one. */
    Passwords provenBy(Verifier missing) {
        return new Passwords(known, setAt, missing);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
