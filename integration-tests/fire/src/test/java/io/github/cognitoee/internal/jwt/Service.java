package io.github.cognitoee.internal.jwt;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.PoolKeys;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import io.github.cognitoee.internal.config.VerificationConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A user pool, and a verifier of its tokens put together as {@link TokenVerifier#overHttp} does, but with a clock that can
 * skip minutes and a fetcher that counts.
 */
final class Service implements AutoCloseable {

    private static final String POOL = "eu-west-1_UnderFire";
    private static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/" + POOL;
    private static final List<String> USERS = List.of("alice", "bob", "carol", "dave");
    private static final long SEEN_TOKEN_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final SkippingClock clock = new SkippingClock();
    final ObservedFetcher fetcher = new ObservedFetcher(new HttpJwksFetcher(), clock);
    final CognitoEmulator emulator;
    final TokenVerifier verifier;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final KeySetCache keys;

    /** @param maxAge how long the pool's keys may be cached */
    Service(Duration maxAge) {
        emulator = CognitoEmulator.builder().config(config()).start();
        poolKeys().maxAge(maxAge);
        VerificationConfig trusted = trusting(emulator.endpoint());
        Backoff backoff = Backoff.withJitter();
        keys = new KeySetCache(
                trusted.userPools(), (pool, address) -> new CachedKeySet(address, fetcher, clock, background, backoff));
        verifier = new TokenVerifier(trusted, keys, new SeenTokens(SEEN_TOKEN_BYTES), List.of(), clock);
    }

    private static EmulatorConfig config() {
        List<User> users = USERS.stream()
                .map(name -> new User(name, null, List.of(), Map.of()))
                .toList();
        UserPool pool = new UserPool(POOL, List.of(new Client("web")), List.of(), users);
        return new EmulatorConfig("eu-west-1", "123456789012", List.of(pool), List.of());
    }

    private static VerificationConfig trusting(URI endpoint) {
        UserPoolConfig pool = new UserPoolConfig(
                POOL,
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of(ISSUER),
                new KeyLocation.Published(endpoint.resolve("/" + POOL + "/.well-known/jwks.json")));
        return new VerificationConfig(
                List.of(pool), BearerTokens.ANY, Set.of(), Set.of(), "cognito:groups", Duration.ZERO);
    }

    /** What an application does at its start. */
    void deploy() {
        keys.fetchAhead();
    }

    /** Deploys with everything in order, and returns when the keys serve. */
    void deployWithKeys() {
        String token = emulator.tokens().user(USERS.get(0)).accessToken();
        deploy();
        await(() -> fetcher.good() > 0); // arrived, but not yet in place
        await(() -> verifier.verify(token) instanceof Verification.Accepted);
    }

    long keyRequests() {
        return emulator.requests().count("jwks");
    }

    PoolKeys poolKeys() {
        return emulator.keys(POOL);
    }

    /** An access and an ID token of each user, signed by the keys that sign now. */
    List<String> validTokens() {
        return tokens(valid -> valid).toList();
    }

    /** The same, but signed by somebody else; and expired. */
    List<String> badTokens() {
        return Stream.concat(tokens(TokenRecipe::signedWithForeignKey), tokens(TokenRecipe::expired))
                .toList();
    }

    private Stream<String> tokens(UnaryOperator<TokenRecipe> word) {
        return USERS.stream()
                .map(user -> word.apply(emulator.tokens().user(user)))
                .flatMap(recipe -> Stream.of(recipe.accessToken(), recipe.idToken()));
    }

    /** Waits until something is so; how long that took. */
    Duration await(BooleanSupplier condition) {
        long begin = clock.millis();
        while (!condition.getAsBoolean()) {
            if (clock.millis() - begin > PATIENCE.toMillis()) { // a hang, not a slow machine
                throw new IllegalStateException("what was waited for did not come in " + PATIENCE);
            }
            pause(Duration.ofMillis(1));
        }
        return Duration.ofMillis(clock.millis() - begin);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        emulator.close();
    }
}
