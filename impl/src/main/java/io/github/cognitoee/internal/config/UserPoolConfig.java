package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user pool whose tokens are let in.
 *
 * @param id the pool id, {@code <region>_<name>}
 * @param region where the pool's API is called; a replicated pool keeps its id in its second region
 * @param clientIds the app clients whose tokens enter, at least one
 * @param issuers what the {@code iss} of the pool's tokens may be, to the letter: a pool has an original and an updated
 *     issuer, and may be switched from one to the other
 * @param keys where the pool's keys come from
 */
public record UserPoolConfig(String id, Region region, Set<String> clientIds, Set<String> issuers, KeyLocation keys) {

    private static final int MAX_ID_LENGTH = 55;
    private static final Pattern ID = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");

    /** @throws CognitoConfigurationException if a value cannot be right */
    public UserPoolConfig {
        clientIds = Set.copyOf(clientIds);
        issuers = Set.copyOf(issuers);
        check(
                id.length() <= MAX_ID_LENGTH && ID.matcher(id).matches(),
                "User pool id '" + id + "' is not of the form <region>_<name>, such as eu-west-1_AbCdEfGhI");
        check(!clientIds.isEmpty(), "User pool " + id + " has no client ids; name at least one app client");
        check(clientIds.stream().noneMatch(String::isBlank), "User pool " + id + " has a blank client id");
        check(!issuers.isEmpty(), "User pool " + id + " has no issuer");
        check(issuers.stream().noneMatch(String::isBlank), "User pool " + id + " has a blank issuer");
    }

    private static void check(boolean condition, String problem) {
        if (!condition) {
            throw new CognitoConfigurationException(problem);
        }
    }
}
