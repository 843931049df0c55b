package io.github.cognitoee.emulator.internal.pool;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way: who it is, and what he has shown so far. Immutable.
 *
 * @param username nobody's, where it is not to be told that there is no such user
 * @param flow by which it began, such as {@code USER_SRP_AUTH}
 * @param methods that were passed, as in the claim {@code amr}
 * @param deviceKey the device that it is said to come from
 * @param wanted how surely the user is to be known; null where that is left to the pool
 */
public record Attempt(
        String username,
        String clientId,
        String flow,
        List<String> methods,
        @Nullable String deviceKey,
        @Nullable Assurance wanted) {

    public Attempt {
        methods = List.copyOf(methods);
    }

    /** One that has shown nothing yet. */
    public static Attempt begin(String username, String clientId, String flow, @Nullable String deviceKey) {
        return new Attempt(username, clientId, flow, List.of(), deviceKey, null);
    }

    public Attempt passing(String method) {
        List<String> more = Stream.concat(methods.stream(), Stream.of(method)).toList();
        return new Attempt(username, clientId, flow, more, deviceKey, wanted);
    }

    /** @param key null for none */
    public Attempt from(@Nullable String key) {
        return new Attempt(username, clientId, flow, methods, key, wanted);
    }

    /** @param level null to leave it to the pool */
    public Attempt reaching(@Nullable Assurance level) {
        return new Attempt(username, clientId, flow, methods, deviceKey, level);
    }

    /** Whether a second factor would add something: not to a code that was sent in place of a password. */
    public boolean needsSecondFactor() {
        return methods.contains("pwd");
    }

    /** The methods as in the claim {@code amr}, which tells of two or more by a word of its own. */
    public List<String> claims() {
        return methods.size() < 2
                ? methods
                : Stream.concat(methods.stream(), Stream.of("mfa")).toList();
    }

    /** Whether nothing was shown yet. */
    public boolean isFirst() {
        return methods.isEmpty();
    }
}
