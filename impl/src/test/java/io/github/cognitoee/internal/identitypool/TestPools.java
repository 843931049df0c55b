package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.time.Clock;

/** Identity pools as applications are connected to them. */
final class TestPools {

    private TestPools() {}

    /** Of a node that shares nothing with others. */
    static ConnectedPool connected(
            IdentityPool pool,
            Sts sts,
            IdentityPoolConfig config,
            Applicants applicants,
            CurrentCaller currentCaller,
            Clock clock,
            CredentialsListener listener) {
        return ConnectedPool.of(pool, sts, config, applicants, currentCaller, clock, listener, SharedCredentials.NONE);
    }
}
