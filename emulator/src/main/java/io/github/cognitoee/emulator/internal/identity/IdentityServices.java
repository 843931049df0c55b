package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.internal.json.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Identity pools and STS of one emulator, with the state that they share. */
public final class IdentityServices {

    /** The {@code iss} of the identity service's own tokens. */
    public static final String ISSUER = IdentityTokens.ISSUER;

    private final Configured configured;
    private final IdentityPools pools;
    private final Identities identities;
    private final IdentityTokens tokens;
    private final List<Operation<?>> ofIdentityPools;
    private final List<Operation<?>> ofSts;

    /** @param kept what it begins with in place of the configured pools */
    public IdentityServices(
            EmulatorConfig config,
            Optional<IdentityState> kept,
            UserPoolTokens userPools,
            ForeignProviders providers,
            CredentialsVault vault,
            Clock clock) {
        configured = new Configured(config);
        pools = new IdentityPools(
                config.region(), kept.map(IdentityState::pools).orElseGet(configured::pools));
        identities = new Identities(config.region(), clock);
        kept.ifPresent(identities::restore);
        Roles roles = new Roles(configured.roles(), pools);
        LoginVerifier logins = new LoginVerifier(userPools, providers, clock);
        tokens = new IdentityTokens(
                config.region(), clock, kept.map(IdentityState::key).orElse(null));
        Callers callers = new Callers(pools, identities, logins, tokens, clock);
        ofIdentityPools = Stream.of(
                        new PoolOperations(pools, identities, config.accountId()).all(),
                        new RoleOperations(pools).all(),
                        new FederatedOperations(pools, identities, callers, tokens, roles, vault).all(),
                        new DirectoryOperations(pools, identities).all(),
                        new DeveloperOperations(pools, identities, callers, logins, tokens).all())
                .<Operation<?>>flatMap(List::stream)
                .toList();
        ofSts = new StsOperations(tokens, roles, vault, clock).all();
    }

    /** Of {@code AWSCognitoIdentityService}. */
    public List<Operation<?>> ofIdentityPools() {
        return ofIdentityPools;
    }

    /** Of STS, but for {@code GetCallerIdentity}, which is all about the signature. */
    public List<Operation<?>> ofSts() {
        return ofSts;
    }

    /** The form in which a file keeps it. */
    public IdentityState state() {
        return new IdentityState(pools.all(), identities.all(), identities.deleted(), tokens.keptKey());
    }

    /** The configured pools are as they are written there, and there is no other; identities go where their pool does. */
    public void reset() {
        pools.restore(configured.pools());
        identities.deleteUnlessOf(pools.all().stream().map(IdentityPool::id).collect(Collectors.toSet()));
    }

    /** By which the identity service's own tokens are verified. */
    public JWKSet keys() {
        return tokens.published();
    }
}
