package io.github.cognitoee.internal.config;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoConfigurationException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tokens are let in.
 *
 * @param userPools the trusted user pools, at least one, each with an issuer of its own
 * @param bearerTokens which of Cognito's tokens a bearer may present
 * @param requiredScopes the scopes that a bearer token must hold, all of them
 * @param requiredGroups the groups that a token's caller must belong to, all of them
 * @param groupsClaim the claim that lists the caller's groups
 * @param clockSkew how far the clocks of Cognito and of this server may differ; at most five minutes
 */
public record VerificationConfig(
        List<UserPoolConfig> userPools,
        BearerTokens bearerTokens,
        Set<String> requiredScopes,
        Set<String> requiredGroups,
        String groupsClaim,
        Duration clockSkew) {

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    /** @throws CognitoConfigurationException if the values cannot let any token in, or contradict each other */
    public VerificationConfig {
        userPools = List.copyOf(userPools);
        requiredScopes = Set.copyOf(requiredScopes);
        requiredGroups = Set.copyOf(requiredGroups);
        check(!userPools.isEmpty(), "No user pool is configured; name at least one");
        Set<String> ids = new HashSet<>();
        Set<String> issuers = new HashSet<>();
        for (UserPoolConfig pool : userPools) {
            check(ids.add(pool.id()), "User pool " + pool.id() + " is configured twice");
            for (String issuer : pool.issuers()) {
                check(issuers.add(issuer), "Two user pools have the issuer " + issuer);
            }
        }
        check(
                bearerTokens != BearerTokens.ID || requiredScopes.isEmpty(),
                "Scopes are required of ID tokens, which carry none; require groups, or let access tokens in");
        for (String scope : requiredScopes) {
            check(ScopeText.isOne(scope), "Required scope '" + scope + "' holds a character that no scope has");
        }
        check(!groupsClaim.isBlank(), "The name of the groups claim is blank; the default is cognito:groups");
        check(
                !clockSkew.isNegative() && clockSkew.compareTo(MAX_CLOCK_SKEW) <= 0,
                "Clock skew " + clockSkew + " is not between zero and " + MAX_CLOCK_SKEW);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new CognitoConfigurationException(message);
        }
    }
}
