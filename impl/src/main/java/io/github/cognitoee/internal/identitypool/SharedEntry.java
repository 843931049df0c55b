package io.github.cognitoee.internal.identitypool;

import java.time.Duration;
import java.time.Instant;

/** Credentials that nodes share, and when the node was given them that asked for them. */
record SharedEntry(IssuedCredentials issued, Instant issuedAt) {

    /**
     * Whether no node would renew them yet, whatever the lot says: {@link CredentialsCache} begins at twice the time that it
     * must have left. Whoever renews theirs is so given none that are as old. What expired before it was issued is of a node
     * whose clock is wrong.
     */
    boolean isFresh(Instant now) {
        Duration life = Duration.between(issuedAt, issued.expiresAt());
        Duration renewal = CredentialsCache.renewBefore(life).multipliedBy(2);
        boolean lives = !life.isNegative() && !life.isZero();
        return lives && isUsable(now) && now.isBefore(issued.expiresAt().minus(renewal));
    }

    /** Whether they serve somebody who can be given no others. */
    boolean isUsable(Instant now) {
        return now.plus(CredentialsCache.UNUSABLE_BEFORE_EXPIRY).isBefore(issued.expiresAt());
    }
}
