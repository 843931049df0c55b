package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.spi.DeveloperUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes of an application: each has its own memory, both the same caches and the same identity pool. */
@Timeout(120)
class SharedBetweenNodesTest {

    private static final Optional<String> NO_ROLE = Optional.empty();
    private static final Optional<String> ADMIN = Optional.of("arn:aws:iam::123456789012:role/Admin");
    private static final CipherKey KEY = CipherKey.random();
    private static final IdentityPoolConfig CONFIG = TestCallers.vouching(Map.of());
    private static final Set<LinkedUser> ALICE_VOUCHED_FOR = Set.of(new LinkedUser(TestCallers.PROVIDER, "alice"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final FakeSharedStores caches = new FakeSharedStores();
    private final List<CredentialsIssued> told = new CopyOnWriteArrayList<>();
    private final List<SharedCredentials> opened = new CopyOnWriteArrayList<>();
    private final CallerExchange one = node(Duration.ofSeconds(30));
    private final CallerExchange other = node(Duration.ofSeconds(30));

    @AfterEach
    void close() {
        caches.recover();
        opened.forEach(SharedCredentials::close);
    }

    @Test
    void aCallerKnownToOneNodeIsNoCallOfTheOther() {
        IssuedCredentials issued = one.credentials(alice(), NO_ROLE);

        assertThat(other.credentials(alice(), NO_ROLE)).isEqualTo(issued);
        assertThat(other.identityId(alice())).isEqualTo("alice-1");
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void eachNodeAsksTheCacheOnceAndItsOwnMemoryThen() {
        one.credentials(alice(), NO_ROLE);
        IssuedCredentials found = other.credentials(alice(), NO_ROLE);
        caches.fail(new IllegalStateException("closed"));

        assertThat(other.credentials(alice(), NO_ROLE)).isSameAs(found);
    }

    @Test
    void onlyTheNodeThatAskedThePoolTellsOfIt() {
        one.credentials(alice(), NO_ROLE);
        other.credentials(alice(), NO_ROLE);

        assertThat(told).hasSize(1);
    }

    @Test
    void anIdentityIdKnownToOneNodeIsNoGetIdOfTheOther() {
        one.identityId(alice());

        other.credentials(alice(), NO_ROLE);

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void anotherRoleAtTheOtherNodeIsOneCallAlone() {
        one.credentials(alice(), NO_ROLE);
        other.credentials(alice(), ADMIN);

        assertThat(pool.calls())
                .containsExactly(
                        "GetId alice", "GetCredentials alice-1", "GetCredentials alice-1 " + ADMIN.orElseThrow());
    }

    @Test
    void whoWasRemovedFromAGroupIsGivenNothingOfTheOldRoleAtEitherNode() {
        Applicant before = token(Map.of("sub", "alice", "cognito:groups", List.of("admins")));
        Applicant after = token(Map.of("sub", "alice", "cognito:groups", List.of("users")));
        IssuedCredentials ofAdmins = one.credentials(before, NO_ROLE);

        assertThat(other.credentials(after, NO_ROLE)).isNotEqualTo(ofAdmins);
        assertThat(one.credentials(after, NO_ROLE)).isNotEqualTo(ofAdmins);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void aTokenOfAnotherClientIsGivenNothingOfTheFirst() {
        IssuedCredentials ofWeb = one.credentials(alice(), NO_ROLE);

        assertThat(other.credentials(token(Map.of("sub", "alice", "aud", "mobile")), NO_ROLE))
                .isNotEqualTo(ofWeb);
    }

    @Test
    void whoSignedOutAtOneNodeIsExchangedAnewAtAThird() {
        IssuedCredentials before = one.credentials(alice(), NO_ROLE);

        other.forget(alice().person().issuer(), "alice");

        assertThat(node(Duration.ofSeconds(30)).credentials(alice(), NO_ROLE)).isNotEqualTo(before);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    /** It has no login of theirs but their name. */
    @ParameterizedTest
    @MethodSource("alicesOtherLogins")
    void whoSignedOutAtANodeThatNeverMetThemIsExchangedAnewAtAThird(Applicant alice) {
        IssuedCredentials before = one.credentials(alice, NO_ROLE);
        assertThat(node(Duration.ofSeconds(30)).credentials(alice, NO_ROLE)).isEqualTo(before);

        other.forget(alice.person().issuer(), "alice");

        assertThat(node(Duration.ofSeconds(30)).credentials(alice, NO_ROLE)).isNotEqualTo(before);
    }

    static List<Applicant> alicesOtherLogins() {
        return List.of(vouchedFor(), withGoogle());
    }

    @Test
    void whatOneNodeWasExchangingDuringASignOutAtTheOtherIsFoundByNobody() throws Exception {
        pool.hold();
        CompletableFuture<IssuedCredentials> underWay =
                CompletableFuture.supplyAsync(() -> one.credentials(alice(), NO_ROLE));
        while (pool.calls().isEmpty()) {
            Thread.sleep(5);
        }
        other.forget(alice().person().issuer(), "alice");
        pool.release();

        IssuedCredentials late = underWay.get();
        IssuedCredentials anew = other.credentials(alice(), NO_ROLE);
        assertThat(anew).isNotEqualTo(late);
        assertThat(node(Duration.ofSeconds(30)).credentials(alice(), NO_ROLE)).isEqualTo(anew);
    }

    @Test
    void aSignInThatTheUserPoolDoesNotStandByEndsWhatWasShared() {
        IssuedCredentials before = one.credentials(alice(), NO_ROLE);
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        assertThatThrownBy(() -> one.credentials(alice(), ADMIN)).hasMessage("revoked");
        pool.recover();

        assertThat(other.credentials(alice(), NO_ROLE)).isNotEqualTo(before);
    }

    /** It finds what the sign-out has not reached yet. */
    @Test
    void whoAsksInTheMidstOfASignOutServesNobodyAfterwards() {
        Interrupting between = new Interrupting();
        CallerExchange node = node(between);
        IssuedCredentials before = node.credentials(alice(), NO_ROLE);
        between.beforeForgetting = () -> node.credentials(alice(), NO_ROLE);

        node.forget(alice().person().issuer(), "alice");

        assertThat(node.credentials(alice(), NO_ROLE)).isNotEqualTo(before);
    }

    @Test
    void whoAsksInTheMidstOfARefusedSignInServesNobodyAfterwards() {
        Interrupting between = new Interrupting();
        CallerExchange node = node(between);
        node.credentials(alice(), NO_ROLE);
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        between.beforeForgetting = () -> node.credentials(alice(), NO_ROLE);
        assertThatThrownBy(() -> node.credentials(alice(), ADMIN)).hasMessage("revoked");

        assertThatThrownBy(() -> node.credentials(alice(), NO_ROLE)).hasMessage("revoked");
    }

    @Test
    void aSignInThatTheUserPoolDoesNotStandByEndsHereThoughForgettingItElsewhereFails() {
        Interrupting between = new Interrupting();
        CallerExchange node = node(between);
        IssuedCredentials before = node.credentials(alice(), NO_ROLE);
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        between.beforeForgetting = () -> {
            throw new IllegalStateException("no memory");
        };
        assertThatThrownBy(() -> node.credentials(alice(), ADMIN)).hasMessage("no memory");
        pool.recover();
        caches.credentials.clear();

        assertThat(node.credentials(alice(), NO_ROLE)).isNotEqualTo(before);
    }

    @Test
    void whoAsksInTheMidstOfUnlinkingIsNotKnownByTheOldIdentityAfterwards() {
        Interrupting between = new Interrupting();
        CallerExchange node = node(between);
        node.identityId(vouchedFor());
        between.beforeForgetting = () -> node.identityId(vouchedFor());
        pool.delete("alice-1");

        node.forget("alice-1", ALICE_VOUCHED_FOR);

        assertThat(node.identityId(vouchedFor())).isEqualTo("alice-2");
    }

    @Test
    void whoWasUnlinkedIsAskedForAnewWithoutWhatWasShared() {
        IssuedCredentials before = one.credentials(vouchedFor(), NO_ROLE);
        pool.delete("alice-1");

        one.forget("alice-1", ALICE_VOUCHED_FOR);

        assertThat(other.identityId(vouchedFor())).isEqualTo("alice-2");
        assertThat(other.credentials(vouchedFor(), NO_ROLE)).isNotEqualTo(before);
    }

    /** One caller for whom the application vouches as so many users that this node does not know the first any more. */
    @Test
    void oneOfVeryManyUsersOfACallerIsAskedForAnewWhenUnlinked() {
        String before = one.identityId(vouchedFor());
        IntStream.range(0, 200).forEach(user -> one.identityId(vouchedForAs("user-" + user)));
        pool.delete(before);

        one.forget("another", ALICE_VOUCHED_FOR);

        assertThat(one.identityId(vouchedFor())).isNotEqualTo(before);
        assertThat(other.identityId(vouchedFor())).isNotEqualTo(before);
    }

    @Test
    void whoWasUnlinkedWhileTheCacheWasAwayIsForgottenThereOnceItAnswers() {
        one.credentials(vouchedFor(), NO_ROLE);
        caches.fail(new IllegalStateException("no members"));
        pool.delete("alice-1");
        one.forget("alice-1", ALICE_VOUCHED_FOR);
        caches.recover();
        clock.advance(BriefCalls.PAUSE);

        one.identityId(token(Map.of("sub", "bob")));

        assertThat(other.identityId(vouchedFor())).isEqualTo("alice-2");
    }

    @Test
    void whatWasIssuedBeforeIdentitiesWereMergedIsFoundByNobody() {
        IssuedCredentials before = one.credentials(alice(), NO_ROLE);
        pool.mergeInto("survivor");

        one.credentials(withGoogle(), NO_ROLE);

        assertThat(other.credentials(alice(), NO_ROLE)).isNotEqualTo(before);
        assertThat(pool.calls())
                .containsExactly(
                        "GetId alice",
                        "GetCredentials alice-1",
                        "GetId alice+accounts.google.com=token-of-alice",
                        "GetCredentials alice+accounts.google.com=token-of-alice-1",
                        "GetId alice",
                        "GetCredentials alice-1");
    }

    @Test
    void whatAnotherNodeWasIssuedForMergedIdentitiesEndsWhatTheyHadBefore() {
        IssuedCredentials before = one.credentials(alice(), NO_ROLE);
        pool.mergeInto("survivor");
        IssuedCredentials merged = other.credentials(withGoogle(), NO_ROLE);

        assertThat(one.credentials(withGoogle(), NO_ROLE)).isEqualTo(merged);

        assertThat(one.credentials(alice(), NO_ROLE)).isNotEqualTo(before);
        assertThat(one.credentials(alice(), NO_ROLE).identityId()).isEqualTo("survivor");
    }

    @Test
    void aGuestWhoSignedInAtOneNodeIsNoCallOfTheOther() {
        one.link("guest-1", alice(), NO_ROLE).run();

        assertThat(other.credentials(alice(), NO_ROLE).identityId()).isEqualTo("guest-1");
        assertThat(pool.calls()).containsExactly("GetCredentials guest-1 as alice");
        assertThat(told).hasSize(1);
    }

    @Test
    void whatOneNodeRenewedTheOtherTakes() {
        one.credentials(alice(), NO_ROLE);
        IssuedCredentials old = other.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(56)); // both are due, whatever the lot

        IssuedCredentials renewed = one.credentials(alice(), NO_ROLE);

        assertThat(renewed).isNotEqualTo(old);
        assertThat(other.credentials(alice(), NO_ROLE)).isEqualTo(renewed);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void callersKnownToTheOtherNodeAreServedWhileThePoolIsAway() {
        IssuedCredentials issued = one.credentials(alice(), NO_ROLE);
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        assertThat(other.credentialsAsync(token(Map.of("sub", "bob")), NO_ROLE)).isCompletedExceptionally();

        assertThat(other.credentials(alice(), NO_ROLE)).isEqualTo(issued);
    }

    /** They are due for renewal, and serve until they expire where there are no others. */
    @Test
    void credentialsOfTheOtherNodeThatNobodyCanRenewServeUntilTheyExpire() {
        IssuedCredentials issued = one.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(55));
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));

        assertThat(other.credentials(alice(), NO_ROLE)).isEqualTo(issued);
        assertThat(told).hasSize(1);

        clock.advance(Duration.ofMinutes(5).minusSeconds(30));
        assertThatThrownBy(() -> node(Duration.ofSeconds(30)).credentials(alice(), NO_ROLE))
                .isInstanceOf(CognitoUnavailableException.class);
    }

    /** Both the node that was issued them and the one that took them from the cache. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void credentialsThatNobodyCouldRenewAreRenewedASecondLater(boolean own) {
        CallerExchange node = own ? one : other;
        IssuedCredentials old = one.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(59));
        pool.fail(new CognitoUnavailableException("throttled", Duration.ofSeconds(2)));
        assertThat(node.credentials(alice(), NO_ROLE)).isEqualTo(old);
        pool.recover();

        clock.advance(Duration.ofSeconds(1));

        assertThat(node.credentials(alice(), NO_ROLE)).isNotEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void credentialsThatNobodyCanRenewServeNobodyInTheirLastHalfMinute(boolean own) {
        CallerExchange node = own ? one : other;
        IssuedCredentials old = one.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofHours(1).minusSeconds(31));
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        assertThat(node.credentials(alice(), NO_ROLE)).isEqualTo(old);

        clock.advance(Duration.ofSeconds(2));

        assertThatThrownBy(() -> node.credentials(alice(), NO_ROLE)).hasMessage("down");
        assertThat(node.credentialsAsync(alice(), NO_ROLE)).isCompletedExceptionally();
    }

    @Test
    void anIdentityThatWasDeletedIsAskedForAnewOnceForAllNodes() {
        one.identityId(alice());
        pool.delete("alice-1");

        assertThat(other.credentials(alice(), NO_ROLE).identityId()).isEqualTo("alice-2");
        assertThat(node(Duration.ofSeconds(30)).identityId(alice())).isEqualTo("alice-2");
        assertThat(pool.calls())
                .containsExactly("GetId alice", "GetCredentials alice-1", "GetId alice", "GetCredentials alice-2");
    }

    @Test
    void aCacheThatThrowsIsNoConcernOfCallers() {
        caches.fail(new IllegalStateException("closed"));

        IssuedCredentials issued = one.credentials(alice(), NO_ROLE);

        assertThat(other.credentials(alice(), NO_ROLE)).isNotEqualTo(issued);
        assertThat(one.credentials(alice(), NO_ROLE)).isSameAs(issued);
        one.forget(alice().person().issuer(), "alice");
        assertThat(one.credentials(alice(), NO_ROLE)).isNotSameAs(issued);
    }

    @Test
    void aCacheThatHangsIsNoConcernOfCallers() throws Exception {
        CallerExchange hasty = node(Duration.ofMillis(5));
        caches.hang();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<IssuedCredentials>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> token(Map.of("sub", "caller-" + i)))
                    .map(token -> threads.submit(() -> hasty.credentials(token, NO_ROLE)))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().identityId()).isEqualTo("caller-" + i + "-1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void rubbishInTheCacheIsNoConcernOfCallers() {
        one.credentials(alice(), NO_ROLE);
        caches.credentials.replaceAll((name, value) -> new byte[] {1, 2, 3});

        IssuedCredentials anew = other.credentials(alice(), NO_ROLE);

        assertThat(anew.identityId()).isEqualTo("alice-1");
        assertThat(node(Duration.ofSeconds(30)).credentials(alice(), NO_ROLE)).isEqualTo(anew);
    }

    private CallerExchange node(Duration patience) {
        return node(shared(patience));
    }

    private SharedCredentials shared(Duration patience) {
        SharedCredentials shared = new SealedCredentials(
                () -> caches,
                new SharedKeys(CONFIG),
                new ByteCipher(List.of(KEY)),
                new BriefCalls("cache", clock, patience),
                clock);
        opened.add(shared);
        return shared;
    }

    private CallerExchange node(SharedCredentials shared) {
        return new CallerExchange(
                new SparedPool(pool, clock),
                CONFIG,
                CallRate.of(1_000_000, "GetId", "a.setting"),
                clock,
                event -> told.add(event.get()),
                shared);
    }

    private static Applicant alice() {
        return token(Map.of("sub", "alice"));
    }

    private static Applicant withGoogle() {
        return Applicant.of(alice().idToken().orElseThrow(), List.of(TestCallers.google("alice")));
    }

    private static Applicant vouchedFor() {
        return vouchedForAs("alice");
    }

    private static Applicant vouchedForAs(String user) {
        return new Applicant(alice().person(), Optional.empty(), List.of(), Optional.of(DeveloperUser.of(user)));
    }

    private static Applicant token(Map<String, ?> claims) {
        return Applicant.of(new IdToken(verified(TestTokens.idToken(claims))));
    }

    /** Has another request come just before somebody is forgotten in the caches. */
    private final class Interrupting implements SharedCredentials {

        private final SharedCredentials shared = shared(Duration.ofSeconds(30));
        private Runnable beforeForgetting = () -> {};

        @Override
        public Sighting find(CredentialsKey key) {
            return shared.find(key);
        }

        @Override
        public Optional<String> identityId(LoginKey login) {
            return shared.identityId(login);
        }

        @Override
        public void put(CredentialsKey key, IssuedCredentials issued, Sighting seen) {
            shared.put(key, issued, seen);
        }

        @Override
        public void put(LoginKey login, String identityId) {
            shared.put(login, identityId);
        }

        @Override
        public void forget(PersonKey person, Set<LoginKey> logins) {
            Runnable action = beforeForgetting;
            beforeForgetting = () -> {};
            action.run();
            shared.forget(person, logins);
        }

        @Override
        public void close() {
            shared.close();
        }
    }
}
