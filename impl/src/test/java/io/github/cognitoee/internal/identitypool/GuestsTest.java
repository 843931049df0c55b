package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.AfterSignIn;
import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.GuestIdentity;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.config.GuestsConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import io.github.cognitoee.internal.mechanism.FakeSession;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

@Timeout(60)
class GuestsTest {

    private static final String ADMIN = "arn:aws:iam::123456789012:role/Admin";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final Requests requests = new Requests();

    private final CallerCredentials eachSession = credentials(GuestIdentity.PER_SESSION, AfterSignIn.DROP);
    private final CallerCredentials linking = credentials(GuestIdentity.PER_SESSION, AfterSignIn.LINK);
    private final CallerCredentials eachNode = credentials(GuestIdentity.PER_NODE, AfterSignIn.DROP);
    private final AwsCredentialsProvider guest = new GuestCredentialsProvider(eachSession);

    @Test
    void allRequestsOfASessionHaveOneIdentity() {
        FakeSession session = new FakeSession();
        visit(session);
        String first = accessKey(guest);
        visit(session);

        assertThat(accessKey(guest)).isEqualTo(first).startsWith("AKID-of-guest");
        assertThat(pool.calls()).containsExactly("GetId guest", "GetCredentials guest-1");
    }

    @Test
    void twoSessionsNeverShare() {
        visit(new FakeSession());
        String first = accessKey(guest);
        visit(new FakeSession());

        assertThat(accessKey(guest)).isNotEqualTo(first);
        assertThat(pool.calls())
                .containsExactly("GetId guest", "GetCredentials guest-1", "GetId guest", "GetCredentials guest-2");
    }

    @Test
    void theIdentityOfASessionOutlivesItsCredentials() {
        visit(new FakeSession());
        accessKey(guest);
        clock.advance(Duration.ofHours(2));
        accessKey(guest);

        assertThat(pool.calls()).containsExactly("GetId guest", "GetCredentials guest-1", "GetCredentials guest-1");
    }

    @Test
    void manyRequestsOfOneSessionAtOnceAreGivenOneIdentity() throws Exception {
        FakeSession session = new FakeSession();
        GuestExchange exchange =
                new GuestExchange(pool, new OneSession(session), CallRate.of(1_000_000, "GetId", "a.setting"), clock);
        pool.hold();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Future<IssuedCredentials>> results = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(exchange::credentials))
                    .toList();
            pool.release();
            Set<IssuedCredentials> distinct = new HashSet<>();
            for (Future<IssuedCredentials> result : results) {
                distinct.add(result.get());
            }
            assertThat(distinct).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(pool.calls()).containsExactly("GetId guest", "GetCredentials guest-1");
    }

    @Test
    void aSessionThatOutlivesAChangeOfTheIdentityPoolHasAnotherGuestThere() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        GuestExchange inAnotherPool = new GuestExchange(
                pool,
                new SessionGuests(requests.currentCaller(), TestCallers.POOL.replace("-4000-", "-4001-")),
                CallRate.of(1_000_000, "GetId", "a.setting"),
                clock);

        assertThat(inAnotherPool.credentials().identityId()).isEqualTo("guest-2");
        assertThat(session.attributes()).containsValues("guest-1", "guest-2");
    }

    @Test
    void whoSignsInHasTheirOwnCredentialsAndIsAnotherGuest() {
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        visit(session, "alice");

        assertThat(accessKey(callers(eachSession).credentials())).startsWith("AKID-of-alice");
        assertThat(accessKey(guest)).startsWith("AKID-of-guest").isNotEqualTo(before);
    }

    @Test
    void theIdentityOfBeforeTheSignInIsDropped() {
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        visit(session, "alice");
        accessKey(callers(eachSession).credentials());
        visit(session);

        assertThat(accessKey(guest)).isNotEqualTo(before);
    }

    @Test
    void soItIsWhenWhoSignedInNeverAskedForCredentials() {
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        CognitoCallerPrincipal alice = visit(session, "alice");
        eachSession.forget(alice);
        visit(session);

        assertThat(accessKey(guest)).isNotEqualTo(before);
    }

    @Test
    void aGuestOfAnotherNodeIsLeftBehindAtTheSignIn() {
        CallerCredentials otherNode = credentials(GuestIdentity.PER_SESSION, AfterSignIn.DROP);
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        visit(session, "alice");
        accessKey(callers(otherNode).credentials());
        visit(session);

        assertThat(accessKey(guest)).isNotEqualTo(before);
    }

    @Test
    void aGuestOfAnotherNodeIsLeftBehindAtTheSignOut() {
        CallerCredentials otherNode = credentials(GuestIdentity.PER_SESSION, AfterSignIn.DROP);
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        otherNode.forget(visit(session, "alice"));
        visit(session);

        assertThat(accessKey(guest)).isNotEqualTo(before);
    }

    @Test
    void anApplicationWithoutGuestsLooksUpNoSessionUntilSomebodyAsksForOne() {
        ConnectedPool connected = connected(GuestIdentity.PER_SESSION, AfterSignIn.DROP, CredentialsListener.NONE);
        connected.guests().expectNobody();
        CallerCredentials none = new CallerCredentials(requests.currentCaller(), Optional.of(connected), clock);
        Browser browser = new Browser();
        visit(browser, "alice");
        accessKey(callers(none).credentials());
        assertThat(browser.lookUps()).isZero();

        accessKey(new GuestCredentialsProvider(none));
        accessKey(callers(none).credentials());
        assertThat(browser.lookUps()).isGreaterThan(1);
    }

    @Test
    void aSessionThatEndsMeanwhileKeepsNobodyFromTheirCredentials() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        visit(session, "alice");
        session.endAfterNextReading();

        assertThat(accessKey(callers(eachSession).credentials())).startsWith("AKID-of-alice");
    }

    @Test
    void twoCallersOfOneBrowserAreTwoGuests() {
        FakeSession session = new FakeSession();
        visit(session, "alice");
        String alices = accessKey(guest);
        visit(session, "bob");

        assertThat(accessKey(guest)).isNotEqualTo(alices);
    }

    @Test
    void whomAnotherMechanismSignedInIsAnotherGuestThanBefore() {
        FakeSession session = new FakeSession();
        visit(session);
        String before = accessKey(guest);
        requests.of(request(Optional.of(session), () -> "sam"));

        assertThat(accessKey(guest)).isNotEqualTo(before);
    }

    @Test
    void aGuestsIdentityBecomesTheCallersWhoseWantsItLinked() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(linking));
        visit(session, "alice");

        assertThat(callers(linking).identityId()).isEqualTo("guest-1");
        assertThat(accessKey(callers(linking).credentials())).startsWith("AKID-of-alice");
        assertThat(pool.calls())
                .containsExactly("GetId guest", "GetCredentials guest-1", "GetCredentials guest-1 as alice");
        assertThat(session.attributes()).isEmpty();
    }

    @Test
    void aGuestWhoIsMergedHasTheIdentityThatSurvives() {
        visit(new FakeSession(), "alice");
        accessKey(callers(linking).credentials());
        FakeSession another = new FakeSession();
        visit(another);
        accessKey(new GuestCredentialsProvider(linking));
        pool.mergeInto("alice-1");
        visit(another, "alice");

        assertThat(callers(linking).identityId()).isEqualTo("alice-1");
        assertThat(pool.calls()).endsWith("GetCredentials guest-1 as alice");
    }

    @Test
    void aCallerWhoseGuestCannotBeLinkedHasTheirOwnIdentityAllTheSame() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(linking));
        pool.delete("guest-1");
        visit(session, "alice");

        assertThat(callers(linking).identityId()).isEqualTo("alice-2");
        assertThat(session.attributes()).isEmpty();
    }

    @Test
    void aGuestWhomThePoolLinksInOneRoleOnlyIsLinkedWhenThatIsAskedFor() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(linking));
        visit(session, "alice");
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.AMBIGUOUS_ROLE, "which?"));
        assertThatThrownBy(() -> callers(linking).identityId()).hasMessage("which?");
        pool.recover();
        accessKey(callers(linking).withRole(ADMIN).credentials());

        assertThat(pool.calls()).endsWith("GetCredentials guest-1 as alice " + ADMIN);
        assertThat(callers(linking).identityId()).isEqualTo("guest-1");
    }

    @Test
    void aLinkThatIsRefusedIsTriedOnceInTenSecondsAndSoKeepsNobodyElseFromTheirs() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(linking));
        visit(session, "alice");
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.AMBIGUOUS_ROLE, "which?"));
        assertThatThrownBy(() -> callers(linking).identityId()).hasMessage("which?");
        clock.advance(GuestExchange.LINKED_AGAIN_AFTER.minusMillis(1));
        assertThatThrownBy(() -> callers(linking).identityId()).hasMessage("which?");
        assertThat(pool.calls()).containsOnlyOnce("GetCredentials guest-1 as alice");

        visit(session, "bob");
        assertThatThrownBy(() -> callers(linking).identityId()).hasMessage("which?");
        assertThat(pool.calls()).containsOnlyOnce("GetCredentials guest-1 as bob");

        clock.advance(Duration.ofMillis(1));
        pool.recover();
        visit(session, "alice");
        assertThat(callers(linking).identityId()).isEqualTo("guest-1");
    }

    @Test
    void whoIsToldOfALinkMayAskForTheCredentials() {
        List<String> told = new ArrayList<>();
        AtomicReference<CallerCredentials> application = new AtomicReference<>();
        application.set(credentials(GuestIdentity.PER_SESSION, AfterSignIn.LINK, event -> {
            told.add(event.get().identityId());
            accessKey(callers(application.get()).credentials());
        }));
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(application.get()));
        visit(session, "alice");

        assertThat(accessKey(callers(application.get()).credentials())).startsWith("AKID-of-alice");
        assertThat(told).containsExactly("guest-1");
    }

    @Test
    void moreNewGuestsThanAreAllowedKeepNobodyFromSigningIn() {
        IdentityPoolConfig config = IdentityPoolConfig.of(
                        "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                .guests(new GuestsConfig(GuestIdentity.PER_SESSION, AfterSignIn.DROP, 1))
                .build();
        CallerCredentials few = new CallerCredentials(
                requests.currentCaller(),
                Optional.of(TestPools.connected(
                        pool,
                        new FakeSts(),
                        config,
                        Applicants.byIdToken(config),
                        requests.currentCaller(),
                        clock,
                        CredentialsListener.NONE)),
                clock);
        visit(new FakeSession());
        accessKey(new GuestCredentialsProvider(few));
        visit(new FakeSession());
        Thread.currentThread().interrupt(); // who would wait is told at once
        assertThatThrownBy(() -> accessKey(new GuestCredentialsProvider(few)))
                .isInstanceOf(InterruptedCallException.class);
        assertThat(Thread.interrupted()).isTrue();
        visit(new FakeSession(), "alice");

        assertThat(accessKey(callers(few).credentials())).startsWith("AKID-of-alice");
    }

    @Test
    void whoHasToWaitForTheirTurnHasNoSessionMeanwhile() {
        Browser second = new Browser();
        List<Optional<FakeSession>> meanwhile = new ArrayList<>();
        CallRate rate = new CallRate(1, "GetId", "a.setting", () -> 0, nanos -> meanwhile.add(second.session()));
        GuestExchange few =
                new GuestExchange(pool, new SessionGuests(requests.currentCaller(), TestCallers.POOL), rate, clock);
        visit(new Browser());
        few.credentials();
        visit(second);
        few.credentials();

        assertThat(meanwhile).containsExactly(Optional.empty());
        assertThat(second.session()).isPresent();
        assertThat(pool.calls()).filteredOn("GetId guest"::equals).hasSize(2);
    }

    @Test
    void whoIsSentAwayHasNoSessionMade() {
        CallRate rate = new CallRate(1, "GetId", "a.setting", () -> 0, nanos -> {});
        GuestExchange few =
                new GuestExchange(pool, new SessionGuests(requests.currentCaller(), TestCallers.POOL), rate, clock);
        for (int guests = 0; guests < 3; guests++) {
            visit(new Browser());
            few.credentials();
        }
        Browser fourth = new Browser();
        visit(fourth);

        assertThatThrownBy(few::credentials).isInstanceOf(CrowdedException.class);
        assertThat(fourth.session()).isEmpty();
    }

    @Test
    void aGuestWhoComesWithoutASessionKeepsTheirIdentityInTheNewOne() {
        Browser browser = new Browser();
        visit(browser);
        String first = accessKey(guest);
        visit(browser);

        assertThat(accessKey(guest)).isEqualTo(first);
        assertThat(browser.session().orElseThrow().attributes()).containsValue("guest-1");
    }

    @Test
    void anAsynchronousClientIsGivenTheSame() {
        visit(new FakeSession());
        String key = accessKey(guest);

        assertThat(guest.resolveIdentity())
                .isCompletedWithValueMatching(given -> given.accessKeyId().equals(key));
    }

    @Test
    void anAsynchronousClientIsToldOfFailuresByTheFutureAlone() {
        requests.none();

        assertThat(guest.resolveIdentity())
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CallerRequiredException.class);
    }

    @Test
    void anAsynchronousClientDoesNotWaitForAnotherThreadsExchange() throws Exception {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        clock.advance(Duration.ofHours(2));
        GuestExchange exchange =
                new GuestExchange(pool, new OneSession(session), CallRate.of(1_000_000, "GetId", "a.setting"), clock);
        session.setAttribute("id", "guest-1");
        pool.hold();
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<IssuedCredentials> theirs = another.submit(exchange::credentials);
            while (pool.calls().size() < 3) {
                Thread.onSpinWait();
            }
            CompletableFuture<IssuedCredentials> ours = exchange.credentialsAsync();
            assertThat(ours).isNotDone();
            pool.release();
            assertThat(ours.get()).isEqualTo(theirs.get());
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void anAsynchronousClientOfAGuestWhoWasDeletedIsGivenAnother() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        pool.delete("guest-1");
        clock.advance(Duration.ofHours(1));

        assertThat(guest.resolveIdentity())
                .isCompletedWithValueMatching(given -> given.accessKeyId().startsWith("AKID-of-guest"));
        assertThat(session.attributes()).containsValue("guest-2");
    }

    @Test
    void aGuestIsLinkedLaterWhereThePoolIsAwayAtTheSignIn() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(new GuestCredentialsProvider(linking));
        visit(session, "alice");
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        assertThatThrownBy(() -> callers(linking).identityId()).hasMessage("down");
        pool.recover();
        clock.advance(Duration.ofSeconds(1));

        assertThat(callers(linking).identityId()).isEqualTo("guest-1");
    }

    @Test
    void allGuestsOfANodeShareOneIdentityOnEveryThread() {
        AwsCredentialsProvider shared = new GuestCredentialsProvider(eachNode);
        requests.none();
        String first = accessKey(shared);
        visit(new FakeSession(), "alice");

        assertThat(accessKey(shared)).isEqualTo(first);
        assertThat(pool.calls()).containsExactly("GetId guest", "GetCredentials guest-1");
    }

    @Test
    void aGuestWhoseIdentityWasDeletedIsGivenAnother() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        pool.delete("guest-1");
        clock.advance(Duration.ofHours(1));
        accessKey(guest);

        assertThat(pool.calls()).endsWith("GetCredentials guest-1", "GetId guest", "GetCredentials guest-2");
        assertThat(session.attributes()).containsValue("guest-2");
    }

    @Test
    void aThreadWithoutARequestIsToldWhatToDo() {
        requests.none();

        assertThatThrownBy(guest::resolveCredentials)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage("Guest credentials were asked for on thread '"
                        + Thread.currentThread().getName()
                        + "', which serves no request, and guests have an identity for each session: resolve them in"
                        + " the request, or set cognito.identity-pool.guests.identity=PER_NODE");
    }

    @Test
    void aSessionThatCannotBeginAnyMoreIsToldOf() {
        requests.of(request(Optional.empty()));

        assertThatThrownBy(guest::resolveCredentials)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessageStartingWith("Guest credentials were asked for when the answer had been sent");
    }

    /** As where a cluster keeps sessions, and is away. */
    @Test
    void whoSignsOutWhenTheirSessionCannotBeReadKeepsNoCredentials() {
        FakeSession session = new FakeSession();
        visit(session);
        accessKey(guest);
        CognitoCallerPrincipal alice = visit(session, "alice");
        IssuedCredentials before = eachSession.current(Optional.empty());
        RuntimeException away = new IllegalArgumentException("the cluster is away");
        requests.of(
                request(
                        makes -> {
                            throw away;
                        },
                        null),
                alice);
        assertThatThrownBy(() -> eachSession.forget(alice)).isSameAs(away);

        visit(session, "alice");

        assertThat(eachSession.current(Optional.empty())).isNotEqualTo(before);
    }

    @Test
    void aPoolWithoutGuestsRefusesThem() {
        visit(new FakeSession());
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.NO_GUESTS, "none here"));

        assertThatThrownBy(guest::resolveCredentials)
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.NO_GUESTS));
    }

    private CallerCredentials credentials(GuestIdentity identity, AfterSignIn afterSignIn) {
        return credentials(identity, afterSignIn, CredentialsListener.NONE);
    }

    private CallerCredentials credentials(
            GuestIdentity identity, AfterSignIn afterSignIn, CredentialsListener listener) {
        return new CallerCredentials(
                requests.currentCaller(), Optional.of(connected(identity, afterSignIn, listener)), clock);
    }

    private ConnectedPool connected(GuestIdentity identity, AfterSignIn afterSignIn, CredentialsListener listener) {
        IdentityPoolConfig config = IdentityPoolConfig.of(
                        "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                .guests(new GuestsConfig(identity, afterSignIn, 1_000))
                .build();
        return TestPools.connected(
                pool, new FakeSts(), config, Applicants.byIdToken(config), requests.currentCaller(), clock, listener);
    }

    private static CognitoIdentity callers(CallerCredentials credentials) {
        return new InjectedIdentity(credentials, Optional.empty());
    }

    private void visit(FakeSession session) {
        requests.of(request(Optional.of(session)));
    }

    private void visit(Browser browser) {
        requests.of(request(browser::session, null));
    }

    private CognitoCallerPrincipal visit(FakeSession session, String sub) {
        return visit(request(Optional.of(session)), sub);
    }

    private void visit(Browser browser, String sub) {
        visit(request(browser::session, null), sub);
    }

    private CognitoCallerPrincipal visit(HttpServletRequest request, String sub) {
        VerifiedJwt token = verified(idToken(Map.of("sub", sub, "exp", 1_795_190_400)));
        CognitoCallerPrincipal caller =
                new CognitoCallerPrincipal(sub, token, token.groups(), () -> new IdToken(token));
        requests.of(request, caller);
        return caller;
    }

    private static HttpServletRequest request(Optional<FakeSession> session) {
        return request(session, null);
    }

    private static HttpServletRequest request(Optional<FakeSession> session, @Nullable Principal other) {
        return request(
                makes -> makes
                        ? session.orElseThrow(() -> new IllegalStateException("committed"))
                        : session.orElse(null),
                other);
    }

    /** @param sessions gives that of the request, made where need be if so asked */
    private static HttpServletRequest request(
            Function<Boolean, @Nullable FakeSession> sessions, @Nullable Principal other) {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                GuestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    case "getUserPrincipal" -> other;
                    case "getSession" -> sessions.apply((Boolean) arguments[0]);
                    default -> throw new AssertionError(method);
                });
    }

    private static String accessKey(AwsCredentialsProvider provider) {
        return provider.resolveCredentials().accessKeyId();
    }

    /** One that comes without a session. */
    private static final class Browser {

        private @Nullable FakeSession session;
        private int lookUps;

        @Nullable
        FakeSession session(boolean makes) {
            lookUps++;
            session = session == null && makes ? new FakeSession() : session;
            return session;
        }

        Optional<FakeSession> session() {
            return Optional.ofNullable(session);
        }

        int lookUps() {
            return lookUps;
        }
    }

    /** The guest of one session, on every thread. */
    private record OneSession(FakeSession session) implements GuestBook, Guest {

        @Override
        public Optional<Guest> current() {
            return Optional.of(this);
        }

        @Override
        public Guest begin() {
            throw new AssertionError();
        }

        @Override
        public Optional<Guest> before() {
            return Optional.empty();
        }

        @Override
        public Object key() {
            return session.getId();
        }

        @Override
        public synchronized Optional<String> identityId() {
            return Optional.ofNullable((String) session.getAttribute("id"));
        }

        @Override
        public synchronized void give(String identityId) {
            session.setAttribute("id", identityId);
        }

        @Override
        public void take(String identityId) {
            throw new AssertionError();
        }
    }
}
