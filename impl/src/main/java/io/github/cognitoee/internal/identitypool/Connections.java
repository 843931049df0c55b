package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Optional;

/** All that is opened to AWS for an identity pool. Thread-safe. */
final class Connections implements AutoCloseable {

    private final AwsIdentityPool pool;
    private final AwsSts sts;
    private final Optional<AwsDeveloperIdentities> developer;
    private final LoginLinks links;
    private final IdentityPool inFlow;

    Connections(IdentityPoolConfig config) {
        this.pool = new AwsIdentityPool(config);
        this.sts = new AwsSts(config);
        this.developer = config.developer().map(of -> new AwsDeveloperIdentities(config, of));
        Optional<DeveloperIdentityPool<AwsIdentityPool>> vouching = developer.map(tokens -> new DeveloperIdentityPool<>(
                pool,
                tokens,
                CallRate.of(
                        config.developer().orElseThrow().rates().tokensPerSecond(),
                        "GetOpenIdTokenForDeveloperIdentity",
                        "cognito.identity-pool.developer.tokens-per-second")));
        this.links = vouching.<LoginLinks>map(any -> any).orElse(pool);
        OpenIdTokens tokens = vouching.<OpenIdTokens>map(any -> any).orElse(pool);
        this.inFlow = config.classic()
                .<IdentityPool>map(classic -> new ClassicIdentityPool(tokens, sts, classic))
                .or(() -> vouching.map(any -> any))
                .orElse(pool);
    }

    /** The pool, in the flow that is configured. */
    IdentityPool pool() {
        return inFlow;
    }

    Sts sts() {
        return sts;
    }

    LoginLinks links() {
        return links;
    }

    /** Empty where the application vouches for nobody. */
    Optional<AwsDeveloperIdentities> developer() {
        return developer;
    }

    @Override
    public void close() {
        pool.close();
        sts.close();
        developer.ifPresent(AwsDeveloperIdentities::close);
    }
}
