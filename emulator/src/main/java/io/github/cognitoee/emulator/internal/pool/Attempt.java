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
 */
public record Attempt(String username, String clientId, String flow, List<String> methods, @Nullable String deviceKey) {

    public Attempt {
        methods = List.copyOf(methods);
    }

    /** One that has shown nothing yet. */
    public static Attempt begin(String username, String clientId, String flow, @Nullable String deviceKey) {
        return new Attempt(username, clientId, flow, List.of(), deviceKey);
    }

    public Attempt passing(String method) {
        List<String> more = Stream.concat(methods.stream(), Stream.of(method)).toList();
        return new Attempt(username, clientId, flow, more, deviceKey);
    }

    /** @param key null for none */
    public Attempt from(@Nullable String key) {
        return new Attempt(username, clientId, flow, methods, key);
    }
}
