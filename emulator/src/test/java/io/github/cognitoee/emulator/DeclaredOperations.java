package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.idp.UserPoolOperations;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Functions;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** The operations without an emulator around them, for tests of what they declare. */
final class DeclaredOperations {

    private DeclaredOperations() {}

    static Collection<Operation<?>> all() {
        Clock clock = Clock.systemUTC();
        Directory empty =
                new Directory("eu-west-1", "123456789012", new Pool.Means(clock, RefreshTokens::next, Functions.NONE));
        UserPools pools = new UserPools(empty, Map.of(), Issuer.AWS_SHAPED, () -> URI.create("http://127.0.0.1"));
        return new UserPoolOperations(empty, new PoolTokens(pools, clock), mail -> {}).all();
    }
}
