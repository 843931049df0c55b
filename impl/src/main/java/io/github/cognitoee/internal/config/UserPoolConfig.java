package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user pool whose tokens are let in.
 *
 * @param id the pool id, {@code <region>_<name>}
 * @param region where the pool's API is called; a replicated pool keeps its id in its second region
 * @param clientIds the app clients whose tokens enter, at least one
 * @param issuer the exact {@code iss} of the pool's tokens
 * @param jwksUri where the pool publishes its keys: https, or http on the loopback interface
 */
public record UserPoolConfig(String id, Region region, Set<String> clientIds, String issuer, URI jwksUri) {

    private static final int MAX_ID_LENGTH = 55;
    private static final Pattern ID = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws CognitoConfigurationException if a value cannot be right */
    public UserPoolConfig {
        clientIds = Set.copyOf(clientIds);
        check(
                id.length() <= MAX_ID_LENGTH && ID.matcher(id).matches(),
                "User pool id '%s' is not of the form <region>_<name>, such as eu-west-1_AbCdEfGhI",
                id);
        check(!clientIds.isEmpty(), "User pool %s has no client ids; name at least one app client", id);
        check(clientIds.stream().noneMatch(String::isBlank), "User pool %s has a blank client id", id);
        check(!issuer.isBlank(), "User pool %s has no issuer", id);
        check(
                isSafe(jwksUri),
                "Key set address %s of user pool %s is neither https nor http on the loopback interface",
                jwksUri,
                id);
    }

    private static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || "http".equalsIgnoreCase(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    private static void check(boolean condition, String message, Object... arguments) {
        if (!condition) {
            throw new CognitoConfigurationException(message.formatted(arguments));
        }
    }
}
