package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@Timeout(60)
class SealedCredentialsTest {

    private static final String POOL = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001";
    private static final CipherKey OLD = CipherKey.random();
    private static final CipherKey NEW = CipherKey.random();
    private static final CredentialsKey ALICE = key("alice", Optional.empty());
    private static final CredentialsKey ALICE_AS_ADMIN =
            key("alice", Optional.of("arn:aws:iam::123456789012:role/Admin"));
    private static final CredentialsKey ALICE_VOUCHED = new CredentialsKey(
            new Dossier(person("alice")),
            new LoginKey(person("alice"), Set.of(new LinkedUser("login.example.app", "alice"))),
            "web",
            "",
            Optional.empty(),
            "digest");
    private static final CredentialsKey BOB = key("bob", Optional.empty());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeSharedStores caches = new FakeSharedStores();
    private final LogLines log = LogLines.of(SealedCredentials.class);
    private final SharedCredentials one = node(OLD);
    private final SharedCredentials other = node(OLD);

    @BeforeEach
    void readTheLog() {
        log.start();
    }

    @AfterEach
    void leaveTheLog() {
        log.stop();
        one.close();
        other.close();
    }

    @Test
    void whatOneNodePutTheOtherFinds() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));

        exchange(one, ALICE, issued);

        assertThat(other.find(ALICE).issued()).contains(issued);
        assertThat(other.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void allLoginsOfAPersonShareAGenerationAndEachHasItsIdentity() {
        IssuedCredentials plain = issued("alice", Duration.ofHours(1));
        IssuedCredentials vouched = issued("alicia", Duration.ofHours(1));
        exchange(one, ALICE, plain);
        exchange(one, ALICE_VOUCHED, vouched);

        assertThat(other.find(ALICE).issued()).contains(plain);
        assertThat(other.find(ALICE_VOUCHED).issued()).contains(vouched);
        assertThat(other.find(ALICE).generation())
                .isPresent()
                .isEqualTo(other.find(ALICE_VOUCHED).generation());
        assertThat(other.identityId(ALICE_VOUCHED.login())).contains("eu-west-1:alicia");
    }

    @Test
    void anIdentityIdIsSharedWithoutCredentials() {
        one.put(ALICE.login(), "eu-west-1:alice");

        assertThat(other.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(other.find(ALICE).issued()).isEmpty();
        assertThat(other.identityId(BOB.login())).isEmpty();
    }

    @Test
    void callersAndRolesAreApart() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(other.find(BOB).issued()).isEmpty();
        assertThat(other.find(ALICE_AS_ADMIN).issued()).isEmpty();
    }

    @Test
    void nothingOfTheCallerIsInClear() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(caches.credentials).hasSize(1);
        assertThat(caches.logins).hasSize(2); // the generation of the person, and the identity id of the login
        for (Map<String, byte[]> entries : List.of(caches.logins, caches.credentials)) {
            entries.forEach((name, value) -> {
                assertThat(name).matches("[\\w-]{43}");
                assertThat(new String(value, StandardCharsets.ISO_8859_1))
                        .doesNotContain("alice", "secret", "issuer", "eu-west-1");
            });
        }
    }

    /** Whoever can write into the cache could else give one caller the credentials of another. */
    @Test
    void anEntryThatIsMovedToAnotherPlaceDoesNotOpen() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        byte[] ofAlice = only(caches.credentials);
        caches.credentials.clear();
        exchange(one, BOB, issued("bob", Duration.ofHours(1)));

        caches.credentials.replaceAll((name, value) -> ofAlice);

        assertThat(other.find(BOB).issued()).isEmpty();
        assertThat(log.lines())
                .containsExactly("COG-0081: an entry of the shared cache of credentials cannot be read and counts as"
                        + " absent: it was encrypted with another key, moved, or written by somebody else");
    }

    @Test
    void aLoginThatIsMovedToAnotherPlaceDoesNotOpen() {
        one.put(ALICE.login(), "eu-west-1:alice");
        byte[] ofAlice = only(caches.logins);
        caches.logins.clear();
        one.put(BOB.login(), "eu-west-1:bob");

        caches.logins.replaceAll((name, value) -> ofAlice);

        assertThat(other.identityId(BOB.login())).isEmpty();
    }

    @Test
    void eachBitThatIsChangedIsNoticed() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        byte[] whole = only(caches.credentials);

        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            caches.credentials.replaceAll((name, value) -> changed);
            assertThat(other.find(ALICE).issued()).as("byte " + i).isEmpty();
        }
        assertThat(log.lines()).hasSize(1); // once for all of them
    }

    @Test
    void rubbishCountsAsAbsentAndIsReplaced() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));
        exchange(one, ALICE, issued);
        for (byte[] rubbish :
                List.of(new byte[0], new byte[1], new byte[28], Arrays.copyOf(only(caches.credentials), 40))) {
            caches.logins.replaceAll((name, value) -> rubbish);

            assertThat(other.find(ALICE).issued()).isEmpty();
        }

        exchange(other, ALICE, issued);

        assertThat(one.find(ALICE).issued()).contains(issued);
    }

    @Test
    void anotherKeyDoesNotOpen() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(node(NEW).find(ALICE).issued()).isEmpty();
    }

    @Test
    void keysAreExchangedByPuttingTheNewOneFirst() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));
        SharedCredentials rotated = node(NEW, OLD);
        exchange(one, ALICE, issued);

        assertThat(rotated.find(ALICE).issued()).contains(issued);

        exchange(rotated, BOB, issued("bob", Duration.ofHours(1)));
        assertThat(node(NEW).find(BOB).issued()).isPresent();
        assertThat(one.find(BOB).issued()).isEmpty();
    }

    @Test
    void credentialsThatAreDueForRenewalCountAsAbsent() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));

        clock.advance(Duration.ofMinutes(50).minusMillis(1));
        assertThat(other.find(ALICE).issued()).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(other.find(ALICE).issued()).isEmpty();
    }

    @Test
    void shortLivedCredentialsServeForHalfOfTheirLife() {
        exchange(one, ALICE, issued("alice", Duration.ofMinutes(15)));

        clock.advance(Duration.ofSeconds(450).minusMillis(1));
        assertThat(other.find(ALICE).issued()).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(other.find(ALICE).issued()).isEmpty();
    }

    @Test
    void whoSignsOutIsForgottenInAllRolesAtAllNodes() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        exchange(other, ALICE_AS_ADMIN, issued("alice", Duration.ofHours(1)));
        exchange(one, BOB, issued("bob", Duration.ofHours(1)));

        other.forget(ALICE.person(), Set.of());

        assertThat(one.find(ALICE).issued()).isEmpty();
        assertThat(one.find(ALICE_AS_ADMIN).issued()).isEmpty();
        assertThat(one.find(BOB).issued()).isPresent();
        assertThat(one.identityId(ALICE.login())).contains("eu-west-1:alice");
    }

    @Test
    void allLoginsOfAPersonAreForgottenAtOnce() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        exchange(one, ALICE_VOUCHED, issued("alice", Duration.ofHours(1)));

        other.forget(ALICE.person(), Set.of());

        assertThat(one.find(ALICE).issued()).isEmpty();
        assertThat(one.find(ALICE_VOUCHED).issued()).isEmpty();
    }

    @Test
    void identityIdsAreForgottenOfTheLoginsThatAreNamed() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        exchange(one, ALICE_VOUCHED, issued("alice", Duration.ofHours(1)));

        other.forget(ALICE.person(), Set.of(ALICE_VOUCHED.login()));

        assertThat(one.identityId(ALICE_VOUCHED.login())).isEmpty();
        assertThat(one.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(one.find(ALICE).issued()).isEmpty();
    }

    @Test
    void whatWasExchangedDuringASignOutElsewhereIsFoundByNobody() {
        Sighting before = one.find(ALICE);
        other.forget(ALICE.person(), Set.of());

        one.put(ALICE, issued("alice", Duration.ofHours(1)), before);

        assertThat(caches.credentials).isEmpty();
    }

    @Test
    void whatWasExchangedDuringASignOutIsFoundByNobodyThoughOthersExchangedAnew() {
        exchange(one, ALICE_AS_ADMIN, issued("alice", Duration.ofHours(1)));
        Sighting before = one.find(ALICE);
        IssuedCredentials late = issued("alice", Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(1));
        other.forget(ALICE.person(), Set.of());
        IssuedCredentials anew = issued("alice", Duration.ofHours(1));
        exchange(other, ALICE, anew);

        one.put(ALICE, late, before);

        assertThat(one.find(ALICE).issued()).contains(anew);
        assertThat(caches.credentials).hasSize(2);
    }

    @Test
    void whoIsNewToTwoNodesAtOnceIsSharedByEither() {
        Sighting first = one.find(ALICE);
        Sighting second = other.find(ALICE);
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));

        other.put(ALICE, issued, second);

        assertThat(first).isEqualTo(second);
        assertThat(one.find(ALICE).issued()).contains(issued);
    }

    @Test
    void whoseGenerationWentMeanwhileIsNotShared() {
        Sighting before = one.find(ALICE);
        caches.logins.clear();

        one.put(ALICE, issued("alice", Duration.ofHours(1)), before);

        assertThat(caches.credentials).isEmpty();
    }

    @Test
    void whatWasExchangedWhileTheCacheWasAwayIsNotShared() {
        caches.fail(new IllegalStateException("no members"));
        Sighting before = one.find(ALICE);
        caches.recover();
        clock.advance(BriefCalls.PAUSE);

        one.put(ALICE, issued("alice", Duration.ofHours(1)), before);

        assertThat(before).isEqualTo(Sighting.NONE);
        assertThat(caches.credentials).isEmpty();
    }

    /** The cache would be left alone for a while after that call. */
    @Test
    void whoSawNothingAsksTheCacheNothingToShareNothing() {
        caches.fail(new IllegalStateException("no members"));
        one.put(ALICE, issued("alice", Duration.ofHours(1)), Sighting.NONE);
        caches.recover();

        assertThat(one.find(ALICE)).isNotEqualTo(Sighting.NONE);
    }

    @Test
    void whoSignsInAgainIsSharedAgain() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        one.forget(ALICE.person(), Set.of());
        IssuedCredentials anew = issued("alice", Duration.ofHours(1));

        exchange(other, ALICE, anew);

        assertThat(one.find(ALICE).issued()).contains(anew);
    }

    /** A node that has only the old key cannot read what others wrote with the new one, and forgets it all the same. */
    @Test
    void whoSignsOutAtANodeThatCannotReadTheirGenerationIsForgottenToo() {
        SharedCredentials rotated = node(NEW, OLD);
        exchange(rotated, ALICE, issued("alice", Duration.ofHours(1)));

        one.forget(ALICE.person(), Set.of());

        assertThat(rotated.find(ALICE).issued()).isEmpty();
    }

    @Test
    void aSignOutWhileTheCacheIsAwayIsMadeUpFor() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        caches.fail(new IllegalStateException("no members"));
        one.forget(ALICE.person(), Set.of());
        caches.recover();
        assertThat(other.find(ALICE).issued()).isPresent();

        clock.advance(BriefCalls.PAUSE);
        one.find(BOB);

        assertThat(other.find(ALICE).issued()).isEmpty();
    }

    @Test
    void anIdentityThatWasMergedIsKnownByTheIdThatSurvived() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        exchange(one, ALICE_AS_ADMIN, issued("alice", Duration.ofHours(1)));
        IssuedCredentials merged = issued("survivor", Duration.ofHours(1));

        exchange(other, ALICE, merged);

        assertThat(one.identityId(ALICE.login())).contains("eu-west-1:survivor");
        assertThat(one.find(ALICE).issued()).isEmpty();
        assertThat(one.find(ALICE_AS_ADMIN).issued()).isEmpty();
        exchange(other, ALICE, merged);
        assertThat(one.find(ALICE).issued()).contains(merged);
    }

    @Test
    void aCacheThatFailsSaysNothing() {
        caches.fail(new IllegalStateException("closed"));

        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(one.find(ALICE).issued()).isEmpty();
        assertThat(one.identityId(ALICE.login())).isEmpty();
    }

    @Test
    void cachesThatCannotBeHadAreTriedAgain() {
        boolean[] there = {false};
        SharedCredentials late = node(() -> {
            if (!there[0]) {
                throw new IllegalStateException("no provider");
            }
            return caches;
        });
        assertThat(late.identityId(ALICE.login())).isEmpty();
        one.put(ALICE.login(), "eu-west-1:alice");
        there[0] = true;
        clock.advance(BriefCalls.PAUSE);

        assertThat(late.identityId(ALICE.login())).contains("eu-west-1:alice");
        late.close();
    }

    /** As when an engine is shut down and started again: its old caches never answer any more. */
    @Test
    void cachesThatSomebodyClosedAreOpenedAnew() {
        List<FakeSharedStores> opened = new CopyOnWriteArrayList<>();
        SharedCredentials node = node(() -> {
            FakeSharedStores stores = new FakeSharedStores();
            opened.add(stores);
            return stores;
        });
        node.put(ALICE.login(), "eu-west-1:alice");
        opened.get(0).fail(new IllegalStateException("closed"));
        opened.get(0).close();

        node.put(ALICE.login(), "eu-west-1:alice");

        assertThat(node.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(opened).hasSize(2);
        node.close();
        assertThat(opened.get(1).isClosed()).isTrue();
    }

    @Test
    void cachesThatAreBeingOpenedAreWaitedForByNobodyElse() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        SharedCredentials node = node(() -> {
            begun.countDown();
            awaited(gate);
            return caches;
        });
        CompletableFuture<Sighting> first = CompletableFuture.supplyAsync(() -> node.find(ALICE));
        begun.await();
        long asked = System.nanoTime();

        assertThat(node.find(ALICE)).isEqualTo(Sighting.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isLessThan(Duration.ofSeconds(4)); // the first one's are 5
        gate.countDown();
        assertThat(first.get().generation()).isPresent();
        assertThat(node.find(ALICE)).isEqualTo(first.get()); // nothing has failed
        node.close();
    }

    @Test
    void aSignOutThatIsOwedIsMadeUpForBeforeTheCachesAreClosed() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        caches.fail(new IllegalStateException("no members"));
        one.forget(ALICE.person(), Set.of());
        caches.recover();

        one.close();

        assertThat(other.find(ALICE).issued()).isEmpty();
        assertThat(caches.isClosed()).isTrue();
    }

    @Test
    void whoSignsOutWhenTooManyOthersAreOwedIsForgottenWhereTheCacheAnswers() {
        exchange(one, ALICE, issued("alice", Duration.ofHours(1)));
        signOutManyWhileTheCacheIsAway();
        caches.recover();
        clock.advance(BriefCalls.PAUSE);

        one.forget(ALICE.person(), Set.of());

        assertThat(other.find(ALICE).issued()).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void theLogSaysOnceThatSignOutsAreLost() {
        signOutManyWhileTheCacheIsAway();
        assertThat(log.lines()).isEmpty();

        one.forget(ALICE.person(), Set.of());
        one.forget(ALICE.person(), Set.of());

        assertThat(log.lines())
                .containsExactly(
                        "COG-0080: 10,000 sign-outs wait for the shared cache of credentials: the credentials of"
                                + " others who sign out stay there until they expire");
    }

    private void signOutManyWhileTheCacheIsAway() {
        caches.fail(new IllegalStateException("no members"));
        for (int i = 0; i < 10_000; i++) {
            one.forget(BOB.person(), Set.of());
        }
    }

    @Test
    void whatExpiredBeforeItWasIssuedIsOfAClockThatIsWrong() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));
        clock.advance(Duration.ofHours(2));
        exchange(one, ALICE, issued);
        clock.advance(Duration.ofHours(-2));

        assertThat(other.find(ALICE).issued()).isEmpty();
    }

    @Test
    void nobodyIsGivenWhatExpiresInAMoment() {
        exchange(one, ALICE, issued("alice", Duration.ofSeconds(40)));

        clock.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(other.find(ALICE).issued()).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(other.find(ALICE).issued()).isEmpty();
    }

    @Test
    void cachesAreClosedWithIt() {
        one.find(ALICE);

        one.close();

        assertThat(caches.isClosed()).isTrue();
    }

    @Test
    void cachesThatFailAreClosedAllTheSame() {
        one.find(ALICE);
        caches.fail(new IllegalStateException("no members"));
        one.find(ALICE);

        one.close();

        assertThat(caches.isClosed()).isTrue();
    }

    @Test
    void whatOpeningsHaveLeftOpenIsClosedWithIt() {
        AtomicBoolean closed = new AtomicBoolean();
        SharedCredentials node = node(new SharedStoresOpening() {

            @Override
            public SharedStores open() {
                throw new IllegalStateException("no more caches");
            }

            @Override
            public void close() {
                closed.set(true);
            }
        });
        node.find(ALICE);
        assertThat(closed).isFalse();

        node.close();

        assertThat(closed).isTrue();
    }

    @Test
    void cachesThatNobodyNeededAreNotOpenedToBeClosed() {
        one.close();

        assertThat(caches.isClosed()).isFalse();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As a node does that finds nothing. */
    private static void exchange(SharedCredentials node, CredentialsKey key, IssuedCredentials issued) {
        node.put(key, issued, node.find(key));
    }

    private SharedCredentials node(CipherKey... keys) {
        return new SealedCredentials(
                () -> caches,
                keys(),
                new ByteCipher(List.of(keys)),
                new BriefCalls("cache", clock, Duration.ofSeconds(30)),
                clock);
    }

    private SharedCredentials node(SharedStoresOpening opening) {
        return new SealedCredentials(
                opening,
                keys(),
                new ByteCipher(List.of(OLD)),
                new BriefCalls("cache", clock, Duration.ofSeconds(30)),
                clock);
    }

    private static SharedKeys keys() {
        return new SharedKeys(
                IdentityPoolConfig.of(POOL, new Region("eu-west-1")).build());
    }

    private static PersonKey person(String subject) {
        return new PersonKey(POOL, "https://issuer", subject);
    }

    private static CredentialsKey key(String subject, Optional<String> role) {
        return new CredentialsKey(
                new Dossier(person(subject)), new LoginKey(person(subject), Set.of()), "web", "", role, "digest");
    }

    private IssuedCredentials issued(String whose, Duration life) {
        Instant expiresAt = clock.instant().plus(life);
        return new IssuedCredentials(
                "eu-west-1:" + whose,
                AwsSessionCredentials.builder()
                        .accessKeyId("AKID-" + whose)
                        .secretAccessKey("secret-" + whose)
                        .sessionToken("session-" + whose)
                        .expirationTime(expiresAt)
                        .build(),
                expiresAt);
    }

    private static byte[] only(Map<String, byte[]> entries) {
        assertThat(entries).hasSize(1);
        return entries.values().iterator().next();
    }
}
