package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.GuestsConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.time.Clock;

/**
 * The identity pool of an application, with all that is kept of its answers.
 *
 * @param applicants with which logins callers go there
 * @param linksGuests whether callers take along the identity that they had as guests
 */
record ConnectedPool(
        Applicants applicants, CallerExchange callers, GuestExchange guests, AssumedRoles roles, boolean linksGuests) {

    static ConnectedPool of(
            IdentityPool pool,
            Sts sts,
            IdentityPoolConfig config,
            Applicants applicants,
            CurrentCaller currentCaller,
            Clock clock,
            CredentialsListener listener) {
        GuestsConfig guests = config.guests();
        GuestBook book = guests.identity() == GuestIdentity.PER_NODE
                ? new OneGuest()
                : new SessionGuests(currentCaller, guests.areLinked());
        CallRate newIdentities = CallRate.of(config.newIdentitiesPerSecond());
        return new ConnectedPool(
                applicants,
                new CallerExchange(pool, config, newIdentities, clock, listener),
                new GuestExchange(pool, book, newIdentities, clock),
                new AssumedRoles(sts),
                guests.areLinked());
    }
}
