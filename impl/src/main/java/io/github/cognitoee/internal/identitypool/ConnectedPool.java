package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.time.Clock;

/** The identity pool of an application, with all that is kept of its answers. */
record ConnectedPool(CredentialsCache credentials, AssumedRoles roles) {

    static ConnectedPool of(
            IdentityPool pool, Sts sts, IdentityPoolConfig config, Clock clock, CredentialsListener listener) {
        return new ConnectedPool(new CredentialsCache(pool, config, clock, listener), new AssumedRoles(sts));
    }
}
