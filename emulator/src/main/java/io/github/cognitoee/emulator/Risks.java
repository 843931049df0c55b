package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Risks.Event;
import java.util.List;
import java.util.Objects;

/**
 * What threat protection makes of sign-ins, which nothing but a test decides.
 *
 * <pre>{@code
 * emulator.risks().judge("alice", Verdict.BLOCKED);
 * }</pre>
 *
 * Safe for use by many threads.
 */
public final class Risks {

    private final UserPools pools;

    Risks(UserPools pools) {
        this.pools = pools;
    }

    /** How a sign-in is judged. */
    public enum Verdict {
        /** {@code NotAuthorizedException}: Unable to login because of security reasons. */
        BLOCKED,
        /** {@code NotAuthorizedException}: Request not allowed due to security reasons; whatever the password. */
        ADDRESS_BLOCKED,
        /** As {@link #BLOCKED}; {@code AdminListUserAuthEvents} tells that the password is known to others. */
        CREDENTIALS_COMPROMISED,
        /** A second factor is asked for, even on a remembered device; a user who has none is blocked. */
        SECOND_FACTOR_REQUIRED
    }

    /** What a sign-in came to. */
    public enum Response {
        /** There are tokens. */
        PASS,
        /** It was refused. */
        FAIL,
        /** A challenge waits for its answer. */
        IN_PROGRESS
    }

    /**
     * A call of a sign-in by operations.
     *
     * @param ipAddress of {@code UserContextData}, where the client has {@code EnablePropagateAdditionalUserContextData}
     *     and a secret, or of {@code ContextData}; empty without
     * @param encodedData what the application's page says about the device; empty without
     */
    public record SignInEvent(String clientId, Response response, String ipAddress, String encodedData) {}

    /**
     * Judges the next sign-in of a user of the first user pool in this way.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    public void judge(String username, Verdict verdict) {
        judge(pools.first().id(), username, verdict, 1);
    }

    /**
     * Judges the next sign-ins of a user in this way, after those that were judged before.
     *
     * @throws IllegalArgumentException if there is no such pool or user, or the number is not positive
     */
    public void judge(String poolId, String username, Verdict verdict, int times) {
        Objects.requireNonNull(verdict, "verdict");
        if (times < 1) {
            throw new IllegalArgumentException("found " + times + " times, expected one or more");
        }
        Pool pool = pools.required(poolId).pool();
        pool.risks().judge(nameIn(pool, username), internal(verdict), times);
    }

    /**
     * What became of a user's sign-ins by operations in the first user pool, the oldest first.
     *
     * @throws IllegalArgumentException if there is no such user
     */
    public List<SignInEvent> events(String username) {
        return events(pools.first().id(), username);
    }

    /**
     * What became of a user's sign-ins by operations, the oldest first.
     *
     * @throws IllegalArgumentException if there is no such pool or user
     */
    public List<SignInEvent> events(String poolId, String username) {
        Pool pool = pools.required(poolId).pool();
        return pool.risks().events(nameIn(pool, username)).stream()
                .map(Risks::shown)
                .toList();
    }

    private static SignInEvent shown(Event event) {
        Response response =
                switch (event.response()) {
                    case "Pass" -> Response.PASS;
                    case "Fail" -> Response.FAIL;
                    default -> Response.IN_PROGRESS;
                };
        return new SignInEvent(
                event.clientId(),
                response,
                Objects.requireNonNullElse(event.ipAddress(), ""),
                Objects.requireNonNullElse(event.encodedData(), ""));
    }

    private static String nameIn(Pool pool, String username) {
        return pool.accounts()
                .typed(username)
                .orElseThrow(() -> UserPools.unknown("user", username))
                .username();
    }

    private static io.github.cognitoee.emulator.internal.pool.Risks.Verdict internal(Verdict verdict) {
        return io.github.cognitoee.emulator.internal.pool.Risks.Verdict.valueOf(verdict.name());
    }
}
