package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.internal.federation.OidcClient;
import io.github.cognitoee.emulator.internal.identity.CredentialsVault;
import io.github.cognitoee.emulator.internal.identity.IdentityServices;
import io.github.cognitoee.emulator.internal.idp.SelfService;
import io.github.cognitoee.emulator.internal.idp.UserPoolOperations;
import io.github.cognitoee.emulator.internal.json.Operation;
import io.github.cognitoee.emulator.internal.login.LoginPages;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.javalin.Javalin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A local Amazon Cognito on one port of the loopback interface, for development and tests.
 *
 * <pre>{@code
 * try (CognitoEmulator emulator = CognitoEmulator.builder().start()) {
 *     URI endpoint = emulator.endpoint();
 *     String token = emulator.tokens().user("alice").accessToken();
 * }
 * }</pre>
 *
 * It publishes the keys of its user pools, mints their tokens, and answers the operations of user pools, identity pools
 * and STS that {@code docs/emulator-operations.md} lists; any other operation is refused by name. State is kept in
 * memory, and in a file where {@link Builder#state(Path)} names one. Safe for use by many threads.
 */
public final class CognitoEmulator implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CognitoEmulator.class.getName());

    private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
    private final RequestCounts counts = new RequestCounts();
    private final Outbox outbox = new Outbox();
    private final Triggers triggers;
    private final EmulatorConfig config;
    private final Issuer issuer;
    private final TokenMinter minter;
    private final CredentialsVault vault;
    private final Directory directory;
    private final UserPools pools;
    private final Faults faults;
    private final Risks risks;
    private final Iam iam;
    private final LoginProviders loginProviders;
    private final IdentityServices identity;
    private final Optional<StateKeeper> keeper;
    /** Unless the builder was given another. */
    private final MovableClock ownClock = MovableClock.running();

    private final Javalin server;

    private CognitoEmulator(Builder builder, Optional<StateFile> file) {
        Clock clock = Objects.requireNonNullElse(builder.clock, ownClock);
        config = builder.config != null ? builder.config : EmulatorConfig.defaults();
        issuer = builder.issuer;
        Optional<EmulatorState> kept = file.flatMap(given -> StateKeeper.load(given, config));
        triggers = new Triggers(builder.triggers);
        directory = ConfiguredPools.directory(config, kept.map(EmulatorState::userPools), clock, triggers.functions());
        pools = new UserPools(directory, kept.map(EmulatorState::rings).orElse(Map.of()), issuer, endpoint::join);
        minter = new TokenMinter(pools, clock);
        risks = new Risks(pools);
        vault = new CredentialsVault(clock);
        iam = new Iam(config, vault, clock);
        SignatureCheck signatures = new SignatureCheck(config, vault, clock);
        PoolTokens tokens = new PoolTokens(pools, clock);
        List<Operation<?>> ofUserPools = new UserPoolOperations(directory, tokens, outbox::add).all();
        loginProviders = new LoginProviders(config.accountId(), clock);
        identity = new IdentityServices(
                config,
                kept.map(EmulatorState::identity),
                new DirectoryTokens(directory, pools),
                loginProviders.known(),
                vault,
                clock);
        List<Operation<?>> ofIdentityPools = identity.ofIdentityPools();
        List<Operation<?>> ofSts = identity.ofSts();
        faults = new Faults(pools, names(List.of(ofUserPools, ofIdentityPools, ofSts)), clock);
        keeper = file.map(given -> new StateKeeper(given, this::state));
        HttpFront front = new HttpFront(
                List.of(
                        new KeyDocuments(pools, counts, faults),
                        new IdentityDocuments(IdentityServices.ISSUER, identity::keys, endpoint::join, counts),
                        new LoginProviderDocuments(loginProviders, endpoint::join, counts),
                        new DevFront(
                                List.of(
                                        new DevTokens(pools, tokens).all(),
                                        new DevLogins(loginProviders).all(),
                                        new DevOutbox(outbox).all(),
                                        new DevFaults(faults, pools).all(),
                                        new DevKeys(pools).all(),
                                        new DevClock(clock).all(),
                                        ofTests()),
                                new DevPage(pools, outbox, faults, counts, clock),
                                counts),
                        new DomainEndpoints(directory, tokens, pages(tokens, clock), counts),
                        new InvokedApis(config, signatures, iam, vault, counts)),
                new JsonProtocol(
                        List.of(JsonService.ofUserPools(ofUserPools), JsonService.ofIdentityPools(ofIdentityPools)),
                        signatures,
                        faults,
                        counts),
                new QueryProtocol(ofSts, signatures, faults, counts),
                counts,
                this::touch);
        server = front.start(builder.port);
        beginToKeep();
        endpoint.complete(URI.create("http://" + HttpFront.HOST + ":" + server.port()));
        LOG.log(Level.INFO, "Cognito emulator, for development and tests only, at " + endpoint());
    }

    private LoginPages pages(PoolTokens tokens, Clock clock) {
        OidcClient client = new OidcClient(new PoolIssuers(pools), clock);
        return new LoginPages(directory, tokens, new SelfService(outbox::add), client, pools::domain);
    }

    private static Set<String> names(List<List<Operation<?>>> services) {
        return Stream.concat(
                        services.stream().flatMap(List::stream).map(Operation::name),
                        Stream.of(QueryProtocol.CALLER_IDENTITY))
                .collect(Collectors.toSet());
    }

    /** Not before the port is there: an emulator that does not start leaves no file behind. */
    private void beginToKeep() {
        try {
            keeper.ifPresent(StateKeeper::begin);
        } catch (EmulatorStateException e) {
            server.stop();
            throw e;
        }
    }

    private EmulatorState state() {
        return EmulatorState.of(config, directory, pools, identity.state());
    }

    private void touch() {
        keeper.ifPresent(StateKeeper::touch);
    }

    /** Development endpoints for tests that another process runs. */
    private List<DevEndpoint> ofTests() {
        return List.of(
                DevEndpoint.get("/dev/requests", "how often each operation was asked for", request -> counts.all()),
                DevEndpoint.post(
                        "/dev/reset",
                        "puts back the configured user and identity pools, keys and the clock, forgets added login"
                                + " providers, clears faults, outbox and request counts",
                        request -> {
                            reset();
                            return Map.of();
                        }));
    }

    /** An emulator on a free port, with the documented default configuration, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens, {@code http://127.0.0.1:<port>}; the endpoint to set in AWS clients. */
    public URI endpoint() {
        return endpoint.join();
    }

    /**
     * Where browsers sign in and OAuth clients fetch tokens, {@code http://localhost:<port>}; the domain of all user pools,
     * as the app client tells which one is meant.
     */
    public URI domain() {
        return pools.domain();
    }

    /**
     * The address of a stage of a REST API, any, whose methods {@code AWS_IAM} authorizes: {@code execute-api:Invoke} on
     * {@code arn:aws:execute-api:<region>:<account>:<apiId>/<stage>/<method>/<path>}. It answers what a method would see
     * of its caller.
     */
    public URI invokeUrl(String apiId, String stage) {
        return endpoint().resolve(InvokedApis.ROOT + "/" + apiId + "/" + stage);
    }

    /** Mints tokens, valid and otherwise. */
    public TokenMinter tokens() {
        return minter;
    }

    /** The temporary credentials with this access key id that an identity pool or STS issued; an expired set is still known. */
    public Optional<IssuedCredentials> credentials(String accessKeyId) {
        return vault.find(accessKeyId);
    }

    /** Google and its like, whose logins identity pools may take. */
    public LoginProviders loginProviders() {
        return loginProviders;
    }

    /** The policies of roles, and what they allow. */
    public Iam iam() {
        return iam;
    }

    /** The codes and passwords that Cognito would have sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** What is called where Cognito calls Lambda functions. */
    public Triggers triggers() {
        return triggers;
    }

    /** What threat protection makes of sign-ins. */
    public Risks risks() {
        return risks;
    }

    /** How often each operation was asked for. */
    public RequestCounts requests() {
        return counts;
    }

    /** What it does wrong on purpose; at first nothing. */
    public Faults faults() {
        return faults;
    }

    /**
     * The keys of a user pool, to rotate them.
     *
     * @throws IllegalArgumentException if no such pool is configured
     */
    public PoolKeys keys(String poolId) {
        return pools.required(poolId).keys();
    }

    /**
     * What an application with Cognito EE needs to be told so that it takes this emulator for Cognito, by configuration
     * key: the endpoint and the leave to use it, the first user pool with all its clients, the first identity pool. Hand
     * it to the server as system properties.
     */
    public Map<String, String> configuration() {
        UserPool pool = config.userPools().get(0);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("cognito.endpoint", endpoint().toString());
        keys.put("cognito.allow-endpoint-override", "true");
        keys.put("cognito.user-pool.id", pool.id());
        keys.put(
                "cognito.user-pool.client-ids",
                pool.clients().stream().map(Client::id).collect(Collectors.joining(",")));
        if (issuer == Issuer.REACHABLE) {
            keys.put("cognito.user-pool.issuer", pools.issuerOf(pool.id()));
        }
        config.identityPools().stream()
                .findFirst()
                .ifPresent(identityPool -> keys.put("cognito.identity-pool.id", identityPool.id()));
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Puts back what a test may have changed: no fault, no request counted, an empty outbox, no functions but the
     * builder's, no policies of roles but the configuration's; the user pools of the configuration as they are written
     * there, with nobody judged, each with the keys and the {@code Cache-Control} that it started with, and no others;
     * its identity pools as they are written there, and no others; no OpenID Connect or SAML provider that was added,
     * and no access token of Facebook or Amazon; the emulator's own clock shows the present again. Identities of the
     * configured pools, issued credentials and the keys of login providers stay known, and a clock that the test
     * brought stays where it is.
     */
    public void reset() {
        faults.clear();
        triggers.clear();
        iam.reset();
        outbox.clear();
        ConfiguredPools.restore(directory, config);
        pools.resetKeys();
        identity.reset();
        loginProviders.reset();
        counts.reset();
        ownClock.putBack();
        touch();
    }

    /** A user to show in examples. */
    Optional<String> firstUser() {
        return config.userPools().get(0).users().stream().map(User::username).findFirst();
    }

    /** Stops listening, and writes its state where it keeps one. Closing twice does no harm. */
    @Override
    public void close() {
        server.stop();
        keeper.ifPresent(StateKeeper::close);
    }

    /** Settings of an emulator to start. */
    public static final class Builder {

        private int port;
        private @Nullable EmulatorConfig config;
        private @Nullable Clock clock;
        private Issuer issuer = Issuer.AWS_SHAPED;
        private @Nullable Path state;
        private final Map<Triggers.Place, Triggers.Entry> triggers = new HashMap<>();

        private Builder() {}

        /** The port to listen on; 0, the default, takes a free one. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("found port " + number + ", expected 0 to 65535");
            }
            port = number;
            return this;
        }

        /** What to emulate; {@link EmulatorConfig#defaults()} by default. */
        public Builder config(EmulatorConfig value) {
            config = Objects.requireNonNull(value, "config");
            return this;
        }

        /**
         * What to emulate, from a file: in YAML where its name ends with .yaml or .yml, else in JSON.
         *
         * @throws EmulatorConfigException if the file cannot be read or is wrong
         */
        public Builder config(Path file) {
            return config(EmulatorConfig.parse(file));
        }

        /**
         * The emulator's time, in tokens, credentials and their checks; by default {@link MovableClock#running()}, which
         * {@code POST /dev/clock/advance} can move.
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** How tokens name their user pool; {@link Issuer#AWS_SHAPED} by default. */
        public Builder issuer(Issuer value) {
            issuer = Objects.requireNonNull(value, "issuer");
            return this;
        }

        /**
         * Keeps users, pools, keys, sign-ins and identities in this file, so that they and their tokens live on when the
         * emulator starts anew. Pools, users and keys in the file take the place of those of the configuration. Written
         * half a second after a request that changed something, and on closing; by default nothing is kept.
         */
        public Builder state(Path file) {
            state = Objects.requireNonNull(file, "file");
            return this;
        }

        /** A function for all user pools, which {@link CognitoEmulator#reset()} leaves in its place. */
        public Builder trigger(Trigger trigger, TriggerFunction function) {
            triggers.put(Triggers.Place.of(trigger), new Triggers.Entry(trigger, function));
            return this;
        }

        /**
         * Makes the keys and listens.
         *
         * @throws java.io.UncheckedIOException if the port is in use
         * @throws EmulatorStateException if the state file is in use, damaged, another's or cannot be written
         */
        public CognitoEmulator start() {
            Optional<StateFile> file = Optional.ofNullable(state).map(StateFile::open);
            try {
                return new CognitoEmulator(this, file);
            } catch (RuntimeException e) {
                file.ifPresent(StateFile::close);
                throw e;
            }
        }
    }
}
