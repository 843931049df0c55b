package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.GuestsConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.time.Clock;

/**
 * The identity pool of an application, with all that is kept of its answers.
 *
 * @param linksGuests whether callers take along the identity that they had as guests
 */
record ConnectedPool(CallerExchange callers, GuestExchange guests, AssumedRoles roles, boolean linksGuests) {

    /** Of a node that shares nothing with others. */
    static ConnectedPool of(
            IdentityPool pool,
            Sts sts,
            IdentityPoolConfig config,
            CurrentCaller currentCaller,
            Clock clock,
            CredentialsListener listener) {
        return of(pool, sts, config, currentCaller, clock, listener, SharedCredentials.NONE);
    }

    static ConnectedPool of(
            IdentityPool pool,
            Sts sts,
            IdentityPoolConfig config,
            CurrentCaller currentCaller,
            Clock clock,
            CredentialsListener listener,
            SharedCredentials shared) {
        GuestsConfig guests = config.guests();
        GuestBook book = guests.identity() == GuestIdentity.PER_NODE
                ? new OneGuest()
                : new SessionGuests(currentCaller, guests.areLinked());
        CallRate newIdentities = CallRate.of(config.newIdentitiesPerSecond());
        return new ConnectedPool(
                new CallerExchange(pool, config, newIdentities, clock, listener, shared),
                new GuestExchange(pool, book, newIdentities, clock),
                new AssumedRoles(sts),
                guests.areLinked());
    }
}
