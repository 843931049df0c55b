package io.github.cognitoee.emulator.internal.identity;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The IAM roles. Where the configuration lists roles, no others exist. Where it lists none, every role
 * exists and trusts all identity pools, but with guests only those pools whose role for guests it is.
 */
final class Roles {

    static final Duration SHORTEST_SESSION = Duration.ofMinutes(15);
    static final Duration DEFAULT_SESSION = Duration.ofHours(1);

    private static final Pattern ARN = Pattern.compile("arn:aws(-[a-z]+)*:iam::\\d{12}:role/[\\w+=,.@/-]+");

    private final Map<String, Role> declared;
    private final IdentityPools pools;

    Roles(Map<String, Role> declared, IdentityPools pools) {
        this.declared = Map.copyOf(declared);
        this.pools = pools;
    }

    static boolean isArn(String text) {
        return ARN.matcher(text).matches();
    }

    /** Whether the role exists and trusts this identity, its session tags included. */
    boolean trusts(String arn, WebIdentity identity) {
        Role role = declared.get(arn);
        if (declared.isEmpty()) {
            return isArn(arn) && (!identity.isGuest() || isRoleOfGuests(arn, identity.audience()));
        }
        return role != null
                && role.trust().allows(TrustPolicy.ASSUME, identity)
                && (identity.tags().isEmpty() || role.trust().allows(TrustPolicy.TAG, identity));
    }

    Duration longestSession(String arn) {
        Role role = declared.get(arn);
        return role == null ? DEFAULT_SESSION : role.longestSession();
    }

    private boolean isRoleOfGuests(String arn, String poolId) {
        return pools.find(poolId)
                .map(pool -> arn.equals(pool.roles().get(IdentityPool.UNAUTHENTICATED)))
                .orElse(false);
    }

    /** A role that the configuration lists. */
    record Role(TrustPolicy trust, Duration longestSession) {

        static Role of(TrustPolicy trust, @Nullable Integer seconds) {
            return new Role(trust, seconds == null ? DEFAULT_SESSION : Duration.ofSeconds(seconds));
        }
    }
}
