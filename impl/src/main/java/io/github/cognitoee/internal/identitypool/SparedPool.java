package io.github.cognitoee.internal.identitypool;

import java.time.Clock;
import java.util.Optional;

/**
 * An identity pool that is left alone after it failed. Each of its questions is a quota of its own, and so is the one that it is
 * asked first, whatever follows, about whom the application vouches for: callers who are new and too many, or vouched for, keep
 * nobody else from being given credentials. Thread-safe.
 */
final class SparedPool implements IdentityPool {

    private final IdentityPool pool;
    private final Outage ofIds;
    private final Outage ofCredentials;
    private final Outage ofVouchedUsers;

    SparedPool(IdentityPool pool, Clock clock) {
        this.pool = pool;
        this.ofIds = new Outage(clock);
        this.ofCredentials = new Outage(clock);
        this.ofVouchedUsers = new Outage(clock);
    }

    @Override
    public String identityId(Applicant applicant) {
        return outage(applicant, ofIds).ask(() -> pool.identityId(applicant));
    }

    @Override
    public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
        return outage(applicant, ofCredentials).ask(() -> pool.credentials(identityId, applicant, requestedRole));
    }

    @Override
    public IssuedCredentials credentials(Applicant applicant, Optional<String> requestedRole) {
        return outage(applicant, ofCredentials).ask(() -> pool.credentials(applicant, requestedRole));
    }

    private Outage outage(Applicant applicant, Outage ofOthers) {
        return applicant.isVouchedFor() ? ofVouchedUsers : ofOthers;
    }
}
