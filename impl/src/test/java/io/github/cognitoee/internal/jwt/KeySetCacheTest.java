package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.KeyLocation;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.config.UserPoolConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetCacheTest {

    private static final UserPoolConfig POOL = pool("eu-west-1_One");
    private static final UserPoolConfig OTHER = pool("eu-west-1_Two");
    private static final URI ADDRESS = address(POOL);
    private static final KeyLookup FOUND = new KeyLookup.Found(TestKeys.publicKey(TestKeys.POOL));
    private static final KeyLookup UNKNOWN = new KeyLookup.Unknown();

    private final FakeFetcher fetcher = new FakeFetcher();
    private final MovableClock clock = new MovableClock(Draft.NOW);
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    private Executor executor = Runnable::run;
    private final KeySetCache cache = new KeySetCache(
            List.of(POOL, OTHER),
            address -> new CachedKeySet(address, fetcher, clock, task -> executor.execute(task), new Backoff(() -> 1)));

    @Test
    void aSetIsFetchedOnceAndThenAtHand() {
        fetcher.publish("one", "two");

        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(cache.find(POOL, "two")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isOne();
    }

    @ParameterizedTest(name = "max-age {0} s: fresh for {1}")
    @CsvSource({",PT1H", "0,PT5M", "299,PT5M", "7200,PT2H", "86401,PT24H", "999999999,PT24H"})
    void aSetStaysFreshForAsLongAsTheAnswerSaysWithinBounds(Long maxAge, Duration fresh) {
        Duration asSaid = maxAge == null ? null : Duration.ofSeconds(maxAge);
        fetcher.publish(asSaid, "one");
        cache.find(POOL, "one");
        fetcher.publish(asSaid, "two");

        executor = background::add;
        clock.advance(fresh.minusMillis(1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);

        fetcher.publish(asSaid, "one");
        runBackground();
        fetcher.publish(asSaid, "two");
        executor = Runnable::run;
        clock.advance(fresh);
        assertThat(cache.find(POOL, "one")).isEqualTo(UNKNOWN);
    }

    @Test
    void aKeyThatIsNoLongerPublishedIsUnknownOnceTheSetIsFetchedAgain() {
        fetcher.publish("one", "two");
        cache.find(POOL, "one");
        fetcher.publish("two");
        clock.advance(Duration.ofHours(1));

        assertThat(cache.find(POOL, "one")).isEqualTo(UNKNOWN);
    }

    @Test
    void anUnknownKeyHasTheSetFetchedAgainBecauseKeysRotate() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        fetcher.publish("one", "two");
        clock.advance(Duration.ofSeconds(10));

        assertThat(cache.find(POOL, "two")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isEqualTo(2);
    }

    @Test
    void madeUpKeysCauseNoMoreThanOneFetchInTenSeconds() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofMillis(9_999));
        for (int i = 0; i < 100; i++) {
            assertThat(cache.find(POOL, "made-up-" + i)).isEqualTo(UNKNOWN);
        }
        assertThat(fetcher.fetches()).isOne();

        clock.advance(Duration.ofMillis(1));
        for (int i = 0; i < 100; i++) {
            assertThat(cache.find(POOL, "made-up-" + i)).isEqualTo(UNKNOWN);
        }
        assertThat(fetcher.fetches()).isEqualTo(2);
    }

    @Test
    void inAnOutageNoKeyIsCalledUnknown() {
        fetcher.fail("no route");

        assertThat(cache.find(POOL, "one"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1), "key set " + ADDRESS + ": java.io.IOException: no route"));
    }

    @Test
    void anAnswerThatIsNoKeySetIsAnOutage() {
        fetcher.answer(address -> new JwksFetcher.Fetched("<html>", null));

        assertThat(cache.find(POOL, "one"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1), "key set " + ADDRESS + ": java.io.IOException: not a JSON Web Key Set"));
    }

    @Test
    void anUnknownKeyCannotBeJudgedWhenTheSetCannotBeFetchedAgain() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        fetcher.fail("no route");
        clock.advance(Duration.ofSeconds(10));

        assertThat(cache.find(POOL, "two")).isInstanceOf(KeyLookup.Unavailable.class);
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
    }

    @Test
    void aFailedFetchIsNotRepeatedForASecond() {
        fetcher.fail("no route");
        cache.find(POOL, "one");
        clock.advance(Duration.ofMillis(999));
        for (int i = 0; i < 100; i++) {
            assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);
        }
        assertThat(fetcher.fetches()).isOne();

        fetcher.publish("one");
        clock.advance(Duration.ofMillis(1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isEqualTo(2);
    }

    @Test
    void knownKeysServeForAnHourMoreInAnOutage() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        fetcher.fail("no route");

        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isEqualTo(2);

        clock.advance(Duration.ofMillis(1));
        assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);
    }

    @Test
    void aFailureIsForgottenOnceAFetchSucceeds() {
        fetcher.fail("no route");
        cache.find(POOL, "one");
        fetcher.publish("one");
        clock.advance(Duration.ofSeconds(1));
        cache.find(POOL, "one");

        assertThat(cache.find(POOL, "two")).isEqualTo(UNKNOWN);
    }

    @Test
    void aClockSetBackProlongsNeitherPauseNorPenalty() {
        fetcher.fail("no route");
        cache.find(POOL, "one");
        fetcher.publish("one");
        clock.advance(Duration.ofHours(-1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);

        fetcher.publish("one", "two");
        clock.advance(Duration.ofHours(-1));
        assertThat(cache.find(POOL, "two")).isEqualTo(FOUND);
    }

    @Test
    void pausesGrowFromASecondToFifteenAndEndWithSuccess() {
        fetcher.fail("no route");
        cache.find(POOL, "one");
        for (int seconds : new int[] {1, 2, 4, 8, 15, 15}) {
            int before = fetcher.fetches();
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);
            assertThat(fetcher.fetches()).isEqualTo(before);
            clock.advance(Duration.ofMillis(1));
            cache.find(POOL, "one");
            assertThat(fetcher.fetches()).as("after %d s", seconds).isEqualTo(before + 1);
        }
        fetcher.publish("one");
        clock.advance(Duration.ofSeconds(15));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);

        fetcher.fail("no route");
        clock.advance(Duration.ofSeconds(10));
        assertThat(cache.find(POOL, "two"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1), "key set " + ADDRESS + ": java.io.IOException: no route"));
    }

    @Test
    void whoComesDuringAPauseIsToldHowLongItLasts() {
        fetcher.fail("no route");
        cache.find(POOL, "one");
        clock.advance(Duration.ofMillis(300));

        assertThat(cache.find(POOL, "one"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofMillis(700), "key set " + ADDRESS + ": java.io.IOException: no route"));
    }

    @Test
    void aClockSetBackDoesNotKeepARetiredKey() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        fetcher.publish("two");
        clock.advance(Duration.ofHours(-1));

        assertThat(cache.find(POOL, "one")).isEqualTo(UNKNOWN);
    }

    @Test
    void anAbsentKeyStaysUnknownInAnOutage() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofSeconds(10));
        cache.find(POOL, "made-up");
        fetcher.fail("no route");
        clock.advance(Duration.ofSeconds(10));
        cache.find(POOL, "another");

        assertThat(cache.find(POOL, "made-up")).isEqualTo(UNKNOWN);
    }

    @Test
    void keysAreFetchedBeforeAnybodyAsks() {
        executor = background::add;
        fetcher.publish("one");
        cache.fetchAhead();
        assertThat(fetcher.fetches()).isZero();
        runBackground();

        assertThat(fetcher.fetches()).isEqualTo(2);
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(cache.find(OTHER, "one")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isEqualTo(2);
    }

    @Test
    void aCallerWaitsForTheFetchThatWasBegunAhead() throws InterruptedException {
        executor = background::add;
        fetcher.publish("one");
        cache.fetchAhead();
        Queue<KeyLookup> lookups = new ConcurrentLinkedQueue<>();
        List<Thread> callers = startBlocked(2, () -> lookups.add(cache.find(POOL, "one")));
        runBackground();
        join(callers);

        assertThat(lookups).containsExactly(FOUND, FOUND);
        assertThat(fetcher.fetches()).isEqualTo(2); // of two pools
    }

    @Test
    void withoutAThreadToFetchWithTheKeysCannotBeHad() {
        executor = task -> {
            throw new RejectedExecutionException();
        };

        assertThat(cache.find(POOL, "one"))
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1), "key set " + ADDRESS + ": no thread to fetch with"));
    }

    @Test
    void aSetIsFetchedAheadOfItsEndOnceAndInTheBackground() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        executor = background::add;
        fetcher.publish("one", "two");
        clock.advance(Duration.ofMinutes(48).minusMillis(1));
        cache.find(POOL, "one");
        assertThat(background).isEmpty();

        clock.advance(Duration.ofMillis(1));
        for (int i = 0; i < 100; i++) {
            assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        }
        assertThat(background).hasSize(1);
        assertThat(fetcher.fetches()).isOne();

        runBackground();
        assertThat(fetcher.fetches()).isEqualTo(2);
        assertThat(cache.find(POOL, "two")).isEqualTo(FOUND);
        clock.advance(Duration.ofMinutes(47));
        cache.find(POOL, "one");
        assertThat(background).isEmpty();
    }

    @Test
    void aFetchAheadThatFailsIsTriedAgainAfterAPauseAndNobodyNotices() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        executor = background::add;
        fetcher.fail("no route");
        clock.advance(Duration.ofMinutes(48));
        cache.find(POOL, "one");
        runBackground();

        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(background).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(background).hasSize(1);
    }

    @Test
    void anAbsentKeyIsRememberedForThirtySeconds() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofSeconds(10));
        assertThat(cache.find(POOL, "made-up")).isEqualTo(UNKNOWN);
        assertThat(fetcher.fetches()).isEqualTo(2);

        clock.advance(Duration.ofSeconds(30).minusMillis(1));
        assertThat(cache.find(POOL, "made-up")).isEqualTo(UNKNOWN);
        assertThat(fetcher.fetches()).isEqualTo(2);

        fetcher.publish("one", "made-up");
        clock.advance(Duration.ofMillis(1));
        assertThat(cache.find(POOL, "made-up")).isEqualTo(FOUND);
    }

    @Test
    void aKeyThatWasAbsentIsFoundAsSoonAsAnotherOneHasTheSetFetched() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofSeconds(10));
        cache.find(POOL, "late");
        fetcher.publish("one", "late");
        clock.advance(Duration.ofSeconds(10));
        cache.find(POOL, "made-up");

        assertThat(cache.find(POOL, "late")).isEqualTo(FOUND);
    }

    @Test
    void aKeyThatIsPublishedAnewIsTheSameObject() {
        fetcher.publish("one");
        KeyLookup before = cache.find(POOL, "one");
        fetcher.publish("one", "two");
        clock.advance(Duration.ofHours(1));

        assertThat(cache.find(POOL, "one")).isSameAs(before);
    }

    @Test
    void pinnedKeysAreNeverFetched() {
        UserPoolConfig pinned = new UserPoolConfig(
                "eu-west-1_Pinned",
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of("https://issuer.example.com"),
                new KeyLocation.Pinned(TestKeys.keySet("one")));
        KeySetCache cacheOfPinned = new KeySetCache(List.of(pinned), address -> {
            throw new AssertionError("not to be asked for " + address);
        });
        cacheOfPinned.fetchAhead();

        assertThat(cacheOfPinned.find(pinned, "one")).isEqualTo(FOUND);
        assertThat(cacheOfPinned.find(pinned, "two")).isEqualTo(UNKNOWN);
    }

    @Test
    void pinnedKeysThatAreNoneStopTheDeployment() {
        UserPoolConfig pinned = new UserPoolConfig(
                "eu-west-1_Pinned",
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of("https://issuer.example.com"),
                new KeyLocation.Pinned("{}"));

        assertThatThrownBy(() -> new KeySetCache(List.of(pinned), address -> kid -> UNKNOWN))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessageStartingWith("COG-0001: cognito.user-pool.jwks of user pool eu-west-1_Pinned: ");
    }

    @Test
    void eachAddressHasASetOfItsOwn() {
        fetcher.answer(address ->
                new JwksFetcher.Fetched(TestKeys.keySet(address.equals(address(OTHER)) ? "two" : "one"), null));

        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(cache.find(OTHER, "two")).isEqualTo(FOUND);
        assertThat(cache.find(POOL, "two")).isEqualTo(UNKNOWN);
    }

    @Test
    void oneThreadFetchesAndTheOthersTakeWhatItGets() throws InterruptedException {
        CountDownLatch published = new CountDownLatch(1);
        fetcher.answer(address -> {
            awaitUninterrupted(published);
            return new JwksFetcher.Fetched(TestKeys.keySet("one"), null);
        });
        Queue<KeyLookup> lookups = new ConcurrentLinkedQueue<>();
        List<Thread> threads = startBlocked(8, () -> lookups.add(cache.find(POOL, "one")));

        published.countDown();
        join(threads);

        assertThat(lookups).hasSize(8).containsOnly(FOUND);
        assertThat(fetcher.fetches()).isOne();
    }

    @Test
    void theOthersShareAFailureToo() throws InterruptedException {
        CountDownLatch broken = new CountDownLatch(1);
        fetcher.answer(address -> {
            awaitUninterrupted(broken);
            throw new IOException("no route");
        });
        Queue<KeyLookup> lookups = new ConcurrentLinkedQueue<>();
        List<Thread> threads = startBlocked(8, () -> lookups.add(cache.find(POOL, "one")));

        broken.countDown();
        join(threads);

        assertThat(lookups).hasSize(8).allMatch(KeyLookup.Unavailable.class::isInstance);
        assertThat(fetcher.fetches()).isOne();
    }

    @Test
    void aKnownKeyDoesNotWaitForAFetch() throws InterruptedException {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofHours(1));
        CountDownLatch published = new CountDownLatch(1);
        fetcher.answer(address -> {
            awaitUninterrupted(published);
            return new JwksFetcher.Fetched(TestKeys.keySet("one", "two"), null);
        });
        List<Thread> threads = startBlocked(1, () -> cache.find(POOL, "two"));

        Queue<KeyLookup> lookups = new ConcurrentLinkedQueue<>();
        Thread other = start(() -> lookups.add(cache.find(POOL, "one")));

        assertThat(stateOnceSettled(other)).isEqualTo(Thread.State.TERMINATED);
        assertThat(lookups).containsExactly(FOUND);
        published.countDown();
        join(threads);
    }

    @ParameterizedTest(name = "set fetched {0} ago")
    @ValueSource(strings = {"PT10S", "PT1H", "PT1H59M"})
    void whileKnownKeysServeNoMoreThanEightWaitForMadeUpOnes(Duration age) throws InterruptedException {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(age);
        CountDownLatch published = new CountDownLatch(1);
        List<Thread> waiting = waitForAFetch(published, 8);

        assertThat(cache.find(POOL, "another")).isEqualTo(tooManyWait());
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        published.countDown();
        join(waiting);
        assertThat(fetcher.fetches()).isEqualTo(2);
    }

    @ParameterizedTest(name = "set fetched {0} ago")
    @ValueSource(strings = {"", "PT2H"})
    void whenNoKeyServesNoMoreThanSixtyFourWait(String age) throws InterruptedException {
        if (!age.isEmpty()) {
            fetcher.publish("one");
            cache.find(POOL, "one");
            clock.advance(Duration.parse(age));
        }
        CountDownLatch published = new CountDownLatch(1);
        List<Thread> waiting = waitForAFetch(published, 64);

        assertThat(cache.find(POOL, "one")).isEqualTo(tooManyWait());
        published.countDown();
        join(waiting);
    }

    /** Has one thread fetch, until it is told that the set is published, and as many wait for it. */
    private List<Thread> waitForAFetch(CountDownLatch published, int waiting) {
        fetcher.answer(address -> {
            awaitUninterrupted(published);
            return new JwksFetcher.Fetched(TestKeys.keySet("one"), null);
        });
        return startBlocked(1 + waiting, () -> cache.find(POOL, "made-up"));
    }

    private static KeyLookup tooManyWait() {
        return new KeyLookup.Unavailable(
                Duration.ofSeconds(1), "key set " + ADDRESS + ": too many wait for the fetch that is under way");
    }

    @Test
    void aCallerWhoIsInterruptedFailsAlone() throws InterruptedException {
        executor = background::add;
        fetcher.publish("one");
        Thread.currentThread().interrupt();
        assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();

        runBackground();
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
    }

    @Test
    void aClockSetBackByDaysDoesNotProlongStaleKeys() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        fetcher.fail("no route");
        clock.advance(Duration.ofDays(-2));

        assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);
    }

    @Test
    void closingEndsTheFetches() {
        cache.close();

        assertThat(fetcher.isClosed()).isTrue();
    }

    @Test
    void aClockSetBackDoesNotProlongAnAbsence() {
        fetcher.publish("one");
        cache.find(POOL, "one");
        clock.advance(Duration.ofSeconds(10));
        assertThat(cache.find(POOL, "late")).isEqualTo(UNKNOWN);
        fetcher.publish("one", "late");
        clock.advance(Duration.ofSeconds(-5));

        assertThat(cache.find(POOL, "late")).isEqualTo(FOUND);
    }

    @Test
    void aSetThatLandedJustBeforeIsNotFetchedAgain() {
        fetcher.publish("one");
        clock.onNextReading(() -> cache.find(POOL, "one"));

        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
        assertThat(fetcher.fetches()).isOne();
    }

    @Test
    void aWaitThatIsInterruptedEndsAndStaysInterrupted() throws InterruptedException {
        CountDownLatch published = new CountDownLatch(1);
        fetcher.answer(address -> {
            awaitUninterrupted(published);
            return new JwksFetcher.Fetched(TestKeys.keySet("one"), null);
        });
        List<Thread> leader = startBlocked(1, () -> cache.find(POOL, "one"));

        Thread.currentThread().interrupt();
        KeyLookup lookup = cache.find(POOL, "one");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lookup)
                .isEqualTo(new KeyLookup.Unavailable(
                        Duration.ofSeconds(1), "key set " + ADDRESS + ": interrupted while a fetch was under way"));
        published.countDown();
        join(leader);
    }

    @Test
    void aBugInAFetchDoesNotBlockTheNextOne() {
        fetcher.answer(address -> {
            throw new IllegalStateException("bug");
        });
        assertThat(cache.find(POOL, "one")).isInstanceOf(KeyLookup.Unavailable.class);

        fetcher.publish("one");
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.find(POOL, "one")).isEqualTo(FOUND);
    }

    private static UserPoolConfig pool(String id) {
        String issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + id;
        return new UserPoolConfig(
                id,
                new Region("eu-west-1"),
                Set.of("web"),
                Set.of(issuer),
                new KeyLocation.Published(URI.create(issuer + "/.well-known/jwks.json")));
    }

    private static URI address(UserPoolConfig pool) {
        return ((KeyLocation.Published) pool.keys()).jwksUri();
    }

    private void runBackground() {
        for (Runnable task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    /** Starts threads and returns when all of them wait for something. */
    private static List<Thread> startBlocked(int count, Runnable task) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(start(task));
        }
        assertThat(threads).noneMatch(thread -> stateOnceSettled(thread) == Thread.State.TERMINATED);
        return threads;
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits until the thread waits or has ended. */
    private static Thread.State stateOnceSettled(Thread thread) {
        Thread.State state = thread.getState();
        while (state == Thread.State.NEW || state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED) {
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
