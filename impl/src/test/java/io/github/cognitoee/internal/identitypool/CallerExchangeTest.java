package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.event.CredentialsIssued;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.internal.jwt.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CallerExchangeTest {

    private static final Optional<String> NO_ROLE = Optional.empty();
    private static final Optional<String> ADMIN = Optional.of("arn:aws:iam::123456789012:role/Admin");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final List<CredentialsIssued> told = new CopyOnWriteArrayList<>();
    private final CallerExchange callers = callers(1_000_000);

    private CallerExchange callers(int newIdentitiesPerSecond) {
        return new CallerExchange(
                new SparedPool(pool, clock),
                IdentityPoolConfig.of("eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                        .build(),
                CallRate.of(newIdentitiesPerSecond, "GetId", "a.setting"),
                clock,
                event -> told.add(event.get()),
                SharedCredentials.NONE);
    }

    @Test
    void oneCallerIsExchangedOnce() {
        IssuedCredentials first = callers.credentials(alice(), NO_ROLE);

        assertThat(callers.credentials(alice(), NO_ROLE)).isSameAs(first);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void eachExchangeIsToldOfOnceAndHoldsNoSecret() {
        IssuedCredentials issued = callers.credentials(alice(), ADMIN);
        callers.credentials(alice(), ADMIN);
        callers.identityId(alice());

        assertThat(told)
                .containsExactly(new CredentialsIssued(
                        clock.instant(),
                        "eu-west-1:1f0a6e2c-0000-4000-8000-000000000001",
                        "alice-1",
                        alice().person().issuer(),
                        "alice",
                        alice().person().clientId(),
                        ADMIN,
                        issued.expiresAt()));
        assertThat(told.get(0).toString())
                .doesNotContain(issued.credentials().accessKeyId())
                .doesNotContain(issued.credentials().secretAccessKey())
                .doesNotContain(issued.credentials().sessionToken());
    }

    @Test
    void anExchangeThatFailsIsNotToldOf() {
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.OTHER, "disabled"));

        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("disabled");
        assertThat(told).isEmpty();
    }

    @Test
    void aNewTokenOfTheSameCallerSharesTheCredentials() {
        IssuedCredentials first = callers.credentials(alice(), NO_ROLE);
        Applicant refreshed = token(Map.of("sub", "alice", "iat", 1_795_168_800, "jti", "another", "event_id", "e2"));

        assertThat(callers.credentials(refreshed, NO_ROLE)).isSameAs(first);
    }

    @Test
    void twoCallersNeverShare() {
        assertThat(callers.credentials(alice(), NO_ROLE).identityId())
                .isNotEqualTo(callers.credentials(bob(), NO_ROLE).identityId());
    }

    @Test
    void anotherClientOfTheSameCallerDoesNotShare() {
        callers.credentials(alice(), NO_ROLE);
        callers.credentials(token(Map.of("sub", "alice", "aud", "mobile")), NO_ROLE);

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void aCallerWhoseGroupsChangedIsExchangedAnew() {
        callers.credentials(token(Map.of("sub", "alice", "cognito:groups", List.of("admins"))), NO_ROLE);
        callers.credentials(token(Map.of("sub", "alice", "cognito:groups", List.of())), NO_ROLE);

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void eachRoleHasItsOwnCredentials() {
        IssuedCredentials byPool = callers.credentials(alice(), NO_ROLE);
        IssuedCredentials admin = callers.credentials(alice(), ADMIN);

        assertThat(admin).isNotSameAs(byPool);
        assertThat(pool.calls())
                .containsExactly(
                        "GetId alice", "GetCredentials alice-1", "GetCredentials alice-1 " + ADMIN.orElseThrow());
    }

    @Test
    void credentialsAreRenewedBeforeTheyExpire() {
        IssuedCredentials first = callers.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(50).minusMillis(1));
        assertThat(callers.credentials(alice(), NO_ROLE)).isSameAs(first);
        clock.advance(Duration.ofMinutes(5));

        assertThat(callers.credentials(alice(), NO_ROLE)).isNotSameAs(first);
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void inAnOutageTheOldCredentialsServeUntilShortlyBeforeTheyExpire() {
        IssuedCredentials first = callers.credentials(alice(), NO_ROLE);
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        clock.advance(Duration.ofMinutes(59));
        assertThat(callers.credentials(alice(), NO_ROLE)).isSameAs(first);
        clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).isInstanceOf(CognitoUnavailableException.class);
    }

    @Test
    void aRefusalAtRenewalEndsTheOldCredentialsToo() {
        callers.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(56));
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.OTHER, "disabled"));

        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("disabled");
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("disabled");
    }

    @Test
    void anIdentityThatWasDeletedIsReplaced() {
        callers.credentials(alice(), NO_ROLE);
        pool.delete("alice-1");
        clock.advance(Duration.ofHours(1));

        assertThat(callers.credentials(alice(), NO_ROLE).identityId()).isEqualTo("alice-2");
        assertThat(callers.identityId(alice())).isEqualTo("alice-2");
    }

    @Test
    void anIdentityThatWasMergedIsKnownByItsNewId() {
        pool.mergeInto("survivor");
        callers.credentials(alice(), NO_ROLE);

        assertThat(callers.identityId(alice())).isEqualTo("survivor");
    }

    @Test
    void whatAnIdentityWasIssuedBeforeItWasMergedIsDroppedInAllRoles() {
        callers.credentials(alice(), NO_ROLE);
        pool.mergeInto("survivor");
        callers.credentials(alice(), ADMIN);

        assertThat(callers.credentials(alice(), NO_ROLE).identityId()).isEqualTo("survivor");
    }

    @Test
    void theIdentityIdAloneAsksForNoCredentials() {
        assertThat(callers.identityId(alice())).isEqualTo("alice-1");
        assertThat(callers.identityId(alice())).isEqualTo("alice-1");
        assertThat(pool.calls()).containsExactly("GetId alice");
    }

    @Test
    void aHundredThreadsMakeOneExchange() throws Exception {
        pool.hold();
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<IssuedCredentials>> results = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> callers.credentials(alice(), NO_ROLE)))
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
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void aFailureReachesEveryWaiterAndIsNotRemembered() {
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("down");
        pool.recover();
        clock.advance(Duration.ofSeconds(1));

        assertThat(callers.credentials(alice(), NO_ROLE).identityId()).isEqualTo("alice-1");
    }

    @Test
    void tokensOfAnAppClientThatThePoolDoesNotListAreShownToItOnceInTenSeconds() {
        pool.fail(new UnlistedClientException(IdentityPoolRefusal.CLIENT_UNKNOWN, "list it"));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("list it");
        pool.recover();
        clock.advance(UnlistedClients.REMEMBERED.minusMillis(1));

        assertThatThrownBy(() -> callers.credentials(bob(), NO_ROLE))
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.CLIENT_UNKNOWN))
                .hasMessage("list it");
        assertThatThrownBy(() -> callers.identityId(bob())).hasMessage("list it");
        assertThat(pool.calls()).containsExactly("GetId alice");
        clock.advance(Duration.ofMillis(1));
        assertThat(callers.identityId(bob())).isEqualTo("bob-1");
    }

    @Test
    void theyTakeNoTurnFromCallersWhoAreNew() {
        CallerExchange slow = callers(1);
        pool.fail(new UnlistedClientException(IdentityPoolRefusal.CLIENT_UNKNOWN, "list it"));
        assertThatThrownBy(() -> slow.credentials(alice(), NO_ROLE)).hasMessage("list it");
        Thread.currentThread().interrupt(); // who would wait is told at once

        assertThatThrownBy(() -> slow.credentials(bob(), NO_ROLE)).hasMessage("list it");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoIsKnownByATokenOfAnotherAppClientIsRefusedInTheSameWay() {
        callers.credentials(token(Map.of("sub", "alice", "aud", "mobile")), NO_ROLE);
        pool.fail(new UnlistedClientException(IdentityPoolRefusal.CLIENT_UNKNOWN, "list it"));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("list it");
        assertThatThrownBy(() -> callers.credentials(alice(), ADMIN)).hasMessage("list it");

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void callersOfOtherAppClientsAndWithOtherLoginsAreNotRefusedWithThem() {
        pool.fail(new UnlistedClientException(IdentityPoolRefusal.CLIENT_UNKNOWN, "list it"));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("list it");
        pool.recover();

        assertThat(callers.identityId(token(Map.of("sub", "carol", "aud", "mobile"))))
                .isEqualTo("carol-1");
        Applicant withGoogle = Applicant.of(bob().idToken().orElseThrow(), List.of(TestCallers.google("bob")));
        assertThat(callers.identityId(withGoogle)).startsWith("bob+");
    }

    @Test
    void aGuestWhomAnotherPoolKnowsIsNoReasonToRefuseAllOfTheAppClient() {
        pool.fail(new UnlistedClientException(IdentityPoolRefusal.CLIENT_UNKNOWN, "list it"));
        assertThatThrownBy(() -> callers.link("guest-1", alice(), NO_ROLE)).hasMessage("list it");
        pool.recover();

        assertThat(callers.identityId(bob())).isEqualTo("bob-1");
    }

    @ParameterizedTest
    @EnumSource(IdentityPoolRefusal.class)
    void whatOneCallerIsRefusedForIsNoOtherCallers(IdentityPoolRefusal reason) {
        pool.fail(new IdentityPoolRefusedException(reason, "alice is"));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("alice is");
        pool.recover();

        assertThat(callers.credentials(bob(), NO_ROLE).identityId()).isEqualTo("bob-1");
    }

    @Test
    void afterAFailureThePoolIsLeftAloneForASecond() {
        callers.credentials(bob(), NO_ROLE);
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("down");
        int calls = pool.calls().size();

        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE))
                .isInstanceOf(CognitoUnavailableException.class)
                .hasMessage("The identity pool failed just now and is left alone shortly");
        assertThat(callers.credentials(bob(), NO_ROLE).identityId()).isEqualTo("bob-1");
        assertThat(pool.calls()).hasSize(calls);
    }

    @Test
    void duringThePauseCredentialsThatAreDueForRenewalServe() {
        IssuedCredentials first = callers.credentials(alice(), NO_ROLE);
        clock.advance(Duration.ofMinutes(56));
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));
        callers.credentials(alice(), NO_ROLE);
        int calls = pool.calls().size();

        assertThat(callers.credentials(alice(), NO_ROLE)).isSameAs(first);
        assertThat(pool.calls()).hasSize(calls);
    }

    @Test
    void whoSignsOutIsForgottenInAllRolesAndNobodyElseIs() {
        callers.credentials(alice(), NO_ROLE);
        callers.credentials(alice(), ADMIN);
        IssuedCredentials bobs = callers.credentials(bob(), NO_ROLE);
        callers.forget(alice().person().issuer(), "alice");
        int calls = pool.calls().size();

        assertThat(callers.credentials(bob(), NO_ROLE)).isSameAs(bobs);
        callers.credentials(alice(), NO_ROLE);
        callers.credentials(alice(), ADMIN);
        assertThat(pool.calls().subList(calls, pool.calls().size()))
                .containsExactly("GetCredentials alice-1", "GetCredentials alice-1 " + ADMIN.orElseThrow());
    }

    @Test
    void twoSignInsOfOneCallerAreExchangedEachForItself() {
        callers.credentials(signedIn("on the laptop"), NO_ROLE);
        callers.credentials(signedIn("on the phone"), NO_ROLE);

        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1", "GetCredentials alice-1");
    }

    @Test
    void aSignInThatTheUserPoolDoesNotStandByEndsNoOtherOfTheSameCaller() {
        IssuedCredentials laptops = callers.credentials(signedIn("on the laptop"), NO_ROLE);
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        assertThatThrownBy(() -> callers.credentials(signedIn("on the phone"), NO_ROLE))
                .hasMessage("revoked");

        assertThat(callers.credentials(signedIn("on the laptop"), NO_ROLE)).isSameAs(laptops);
    }

    @Test
    void aSignInThatTheUserPoolDoesNotStandByLeavesOthersWhatServesThoughItIsDueForRenewal() {
        IssuedCredentials laptops = callers.credentials(signedIn("on the laptop"), NO_ROLE);
        clock.advance(Duration.ofMinutes(56));
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        assertThatThrownBy(() -> callers.credentials(signedIn("on the phone"), NO_ROLE))
                .hasMessage("revoked");
        pool.fail(new CognitoUnavailableException("down", Duration.ofSeconds(2)));

        assertThat(callers.credentials(signedIn("on the laptop"), NO_ROLE)).isSameAs(laptops);
    }

    @Test
    void whatIsIssuedWhileTheUserPoolEndsTheSignInServesNobodyAfterwards() throws Exception {
        callers.identityId(alice());
        pool.hold();
        CompletableFuture<IssuedCredentials> underWay =
                CompletableFuture.supplyAsync(() -> callers.credentials(alice(), ADMIN));
        while (pool.calls().size() < 2) {
            Thread.sleep(5);
        }
        pool.holdNoMore();
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("revoked");
        pool.recover();
        pool.release();

        assertThat(callers.credentials(alice(), ADMIN)).isNotEqualTo(underWay.get());
    }

    @Test
    void whatIsIssuedWhileTheCallerSignsOutServesNobodyAfterwards() throws Exception {
        pool.hold();
        CompletableFuture<IssuedCredentials> underWay =
                CompletableFuture.supplyAsync(() -> callers.credentials(alice(), NO_ROLE));
        while (pool.calls().isEmpty()) {
            Thread.sleep(5);
        }
        callers.forget(alice().person().issuer(), "alice");
        pool.release();

        assertThat(callers.credentials(alice(), NO_ROLE)).isNotSameAs(underWay.get());
    }

    @Test
    void aSignInThatTheUserPoolDoesNotStandByEndsTheCredentialsOfAllRoles() {
        callers.credentials(alice(), NO_ROLE);
        pool.fail(new IdentityPoolRefusedException(IdentityPoolRefusal.SIGNED_OUT, "revoked"));
        assertThatThrownBy(() -> callers.credentials(alice(), ADMIN)).hasMessage("revoked");

        assertThatThrownBy(() -> callers.credentials(alice(), NO_ROLE)).hasMessage("revoked");
    }

    @Test
    void aCallerWithTwoRolesAtOnceIsLookedUpOnce() throws Exception {
        pool.hold();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<IssuedCredentials> one = threads.submit(() -> callers.credentials(alice(), NO_ROLE));
            Future<IssuedCredentials> other = threads.submit(() -> callers.credentials(alice(), ADMIN));
            pool.release();
            assertThat(one.get().identityId()).isEqualTo(other.get().identityId());
        } finally {
            threads.shutdownNow();
        }
        assertThat(pool.calls()).filteredOn("GetId alice"::equals).hasSize(1);
    }

    @Test
    @Timeout(600) // seconds of a busy machine, which signs a thousand tokens first
    void thousandCallersOfSixtyFourThreadsAreAThousandExchanges() throws Exception {
        List<Applicant> tokens = IntStream.range(0, 1_000)
                .mapToObj(i -> token(Map.of("sub", "caller-" + i)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Integer>> results = IntStream.range(0, 64)
                    .mapToObj(thread -> threads.submit(() -> resolvedBy(thread, tokens)))
                    .toList();
            int resolved = 0;
            for (Future<Integer> result : results) {
                resolved += result.get();
            }
            assertThat(resolved).isEqualTo(100_000);
        } finally {
            threads.shutdownNow();
        }
        assertThat(pool.calls()).filteredOn(call -> call.startsWith("GetId ")).hasSize(1_000);
        assertThat(pool.calls())
                .filteredOn(call -> call.startsWith("GetCredentials "))
                .hasSize(1_000);
    }

    /** Each of the 100,000 once, in an order of the thread's own; each caller is given what is theirs. */
    private int resolvedBy(int thread, List<Applicant> tokens) {
        Random order = new Random(thread);
        int count = 0;
        for (int i = thread; i < 100_000; i += 64) {
            Applicant token = tokens.get(order.nextInt(tokens.size()));
            IssuedCredentials issued = callers.credentials(token, NO_ROLE);
            if (issued.credentials()
                    .accessKeyId()
                    .startsWith("AKID-of-" + token.person().subject() + "-")) {
                count++;
            }
        }
        return count;
    }

    @Test
    void nothingSecretIsPrinted() {
        IssuedCredentials issued = callers.credentials(alice(), NO_ROLE);

        assertThat(issued.toString())
                .doesNotContain(issued.credentials().secretAccessKey())
                .doesNotContain(issued.credentials().sessionToken())
                .doesNotContain(issued.credentials().accessKeyId());
        assertThat(alice()).hasToString("Applicant");
        assertThat(alice().idToken()).hasToString("Optional[IdToken]");
        assertThat(alice().person()).hasToString("Person");
    }

    private static Applicant alice() {
        return token(Map.of("sub", "alice"));
    }

    private static Applicant signedIn(String where) {
        return token(Map.of("sub", "alice", "origin_jti", where));
    }

    private static Applicant bob() {
        return token(Map.of("sub", "bob"));
    }

    private static Applicant token(Map<String, ?> claims) {
        return Applicant.of(new IdToken(verified(TestTokens.idToken(claims))));
    }
}
