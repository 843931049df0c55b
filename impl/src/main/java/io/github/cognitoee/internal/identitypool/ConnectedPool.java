package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.GuestsConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.time.Clock;
import java.util.Optional;

/**
 * The identity pool of an application, with all that is kept of its answers.
 *
 * @param applicants with which logins callers go there
 * @param linksGuests whether callers take along the identity that they had as guests
 */
record ConnectedPool(
        Applicants applicants, CallerExchange callers, GuestExchange guests, AssumedRoles roles, boolean linksGuests) {

    /** Has the caller of this thread go on with what they had as a guest, or leave it behind. */
    void guestSignedIn(Applicant caller, Optional<String> requestedRole) {
        if (linksGuests) {
            guests.linkTo(callers, caller, requestedRole);
        } else if (guests.mayBeAny()) {
            guests.drop();
        }
    }

    static ConnectedPool of(
            IdentityPool pool,
            Sts sts,
            IdentityPoolConfig config,
            Applicants applicants,
            CurrentCaller currentCaller,
            Clock clock,
            CredentialsListener listener,
            SharedCredentials shared) {
        GuestsConfig guests = config.guests();
        GuestBook book = guests.identity() == GuestIdentity.PER_NODE
                ? new OneGuest()
                : new SessionGuests(currentCaller, config.id());
        IdentityPool spared = new SparedPool(pool, clock);
        return new ConnectedPool(
                applicants,
                new CallerExchange(
                        spared,
                        config,
                        CallRate.of(
                                config.newIdentitiesPerSecond(),
                                "GetId",
                                "cognito.identity-pool.new-identities-per-second"),
                        clock,
                        listener,
                        shared),
                new GuestExchange(
                        spared,
                        book,
                        CallRate.of(
                                guests.newIdentitiesPerSecond(),
                                "GetId",
                                "cognito.identity-pool.guests.new-identities-per-second"),
                        clock),
                new AssumedRoles(sts, config.classic().flatMap(ClassicConfig::role)),
                guests.areLinked());
    }
}
