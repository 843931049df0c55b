package io.github.cognitoee.internal.identitypool;

import java.time.Duration;
import java.time.Instant;

/** Credentials that nodes share, and when the node was given them that asked for them. */
record SharedEntry(IssuedCredentials issued, Instant issuedAt) {

    /**
     * Whether no node would renew them yet, whatever the lot says: {@link CredentialsCache} begins at twice the time that it
     * must have left. Whoever renews theirs is so given none that are as old.
     */
    boolean isFresh(Instant now) {
        Duration life = Duration.between(issuedAt, issued.expiresAt());
        Duration renewal = CredentialsCache.renewBefore(life).multipliedBy(2);
        return now.isBefore(issued.expiresAt().minus(renewal));
    }
}
