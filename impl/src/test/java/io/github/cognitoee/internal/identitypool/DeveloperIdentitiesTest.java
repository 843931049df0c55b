package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.PROVIDER;
import static io.github.cognitoee.internal.identitypool.TestCallers.STAFF;
import static io.github.cognitoee.internal.identitypool.TestCallers.applicants;
import static io.github.cognitoee.internal.identitypool.TestCallers.byAccessToken;
import static io.github.cognitoee.internal.identitypool.TestCallers.byIdToken;
import static io.github.cognitoee.internal.identitypool.TestCallers.google;
import static io.github.cognitoee.internal.identitypool.TestCallers.vouching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoDeveloperIdentities;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.OtherCallerException;
import io.github.cognitoee.internal.caller.Requests;
import io.github.cognitoee.internal.config.DeveloperRates;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.spi.DeveloperUser;
import io.github.cognitoee.spi.DeveloperUsers;
import io.github.cognitoee.spi.LoginSource;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeveloperIdentitiesTest {

    private static final IdentityPoolConfig CONFIG = vouching(Map.of("username", "username"));
    private static final Dossier NOBODY_ELSES = new Dossier(new CredentialsKey.PersonKey(CONFIG.id(), "", "sam"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeIdentityPool pool = new FakeIdentityPool(clock);
    private final Requests requests = new Requests();
    private final List<String> asked = new ArrayList<>();
    private Optional<LoginSource> source = Optional.empty();
    private final DeveloperUsers ownUsers = caller -> caller.equals(STAFF)
            ? Optional.of(DeveloperUser.of("staff/" + caller.getName()))
            : Optional.of(DeveloperUser.of(((JsonWebToken) caller).getSubject()));
    private final ConnectedPool connected = TestPools.connected(
            pool,
            new FakeSts(),
            CONFIG,
            applicants(CONFIG, Optional.of(ownUsers), List.of(caller -> source.map(known -> known.loginsOf(caller))
                    .orElse(List.of()))),
            requests.currentCaller(),
            clock,
            CredentialsListener.NONE);
    private final CallerCredentials callerCredentials =
            new CallerCredentials(requests.currentCaller(), Optional.of(connected), clock);
    private final CognitoIdentity identity = new InjectedIdentity(callerCredentials, Optional.empty());
    private final CognitoDeveloperIdentities identities = identities(CONFIG);

    private CognitoDeveloperIdentities identities(IdentityPoolConfig config) {
        return new InjectedDeveloperIdentities(
                config.developer().orElseThrow(),
                new Directory(),
                (identityId, applicant, providers) -> asked.add("unlink " + providers + " of " + identityId),
                connected.callers(),
                callerCredentials);
    }

    @Test
    void whoIsVouchedForIsExchangedOnce() {
        requests.of(byAccessToken(Map.of("sub", "alice")));
        String first = accessKey();
        requests.of(byAccessToken(Map.of("sub", "alice")));

        assertThat(accessKey()).isEqualTo(first);
        assertThat(identity.identityId()).isEqualTo("alice-1");
        assertThat(pool.calls()).containsExactly("GetId alice", "GetCredentials alice-1");
    }

    @Test
    void anotherTagIsAnotherKey() {
        requests.of(byAccessToken(Map.of("sub", "alice", "username", "alice")));
        String first = accessKey();
        requests.of(byAccessToken(Map.of("sub", "alice", "username", "alicia")));

        assertThat(accessKey()).isNotEqualTo(first);
    }

    @Test
    void tagsThatReadAlikeInOneLineAreApart() {
        assertThat(keyOf(Map.of("a", "b", "c", "d"))).isNotEqualTo(keyOf(Map.of("a", "b1 1 cd")));
        assertThat(keyOf(Map.of("a", "b"))).isNotEqualTo(keyOf(Map.of("ab", "")));
        assertThat(keyOf(Map.of("a", "b", "c", "d"))).isEqualTo(keyOf(Map.of("c", "d", "a", "b")));
    }

    private static CredentialsKey keyOf(Map<String, String> tags) {
        return CredentialsKey.of(
                CONFIG, NOBODY_ELSES, TestCallers.vouchedFor(new DeveloperUser("sam", tags)), Optional.empty());
    }

    @Test
    void theSameUserByIdTokenAndByTheApplicationsWordDoNotShare() {
        requests.of(byAccessToken(Map.of("sub", "alice")));
        String vouched = accessKey();
        requests.of(byIdToken("alice"));

        assertThat(accessKey()).isNotEqualTo(vouched);
    }

    @Test
    void twoCallersWithOneLoginElsewhereDoNotShare() {
        source = Optional.of(caller -> List.of(google("shared")));
        requests.of(byIdToken("alice"));
        String alices = accessKey();
        requests.of(byIdToken("bob"));

        assertThat(accessKey()).isNotEqualTo(alices);
    }

    @Test
    void oneCallerWithTwoLoginsElsewhereDoesNotShareThem() {
        source = Optional.of(caller -> List.of(google("private")));
        requests.of(byIdToken("alice"));
        String before = accessKey();
        source = Optional.of(caller -> List.of(google("work")));

        assertThat(accessKey()).isNotEqualTo(before);
    }

    @Test
    void whatACallerWasIssuedBeforeTheirLoginWasLinkedIsDroppedWhereTheIdentityIsAnother() {
        requests.of(byIdToken("alice"));
        accessKey();
        source = Optional.of(caller -> List.of(google("alice")));
        pool.mergeInto("survivor");
        accessKey();
        source = Optional.empty();

        assertThat(identity.identityId()).isEqualTo("alice-1");
        accessKey();
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
    void whomAnotherMechanismVouchesForHasCredentials() {
        requests.ofOther(STAFF);

        assertThat(identity.identityId()).isEqualTo("sam-1");
    }

    @Test
    void whomAnotherMechanismVouchesForIsForgottenWhenTheySignOutAndNobodyElseIs() {
        requests.of(byAccessToken(Map.of("sub", "sam")));
        String namesakes = accessKey();
        requests.ofOther(STAFF);
        String before = accessKey();

        callerCredentials.forget(STAFF);

        assertThat(accessKey()).isNotEqualTo(before);
        requests.of(byAccessToken(Map.of("sub", "sam")));
        assertThat(accessKey()).isEqualTo(namesakes);
    }

    @Test
    void aCapturedIdentityOfTheirsIsTakenInTheirRequestsAndInNoOthers() {
        requests.ofOther(STAFF);
        CognitoIdentity captured = identity.captured();

        requests.none();
        assertThat(captured.identityId()).isEqualTo("sam-1");
        requests.ofOther(() -> "sam");
        assertThat(captured.identityId()).isEqualTo("sam-1");
        for (Principal other : List.<Principal>of(() -> "tom", byIdToken("sam"))) {
            requests.ofOther(other);
            assertThatThrownBy(captured::identityId).isInstanceOf(OtherCallerException.class);
        }
    }

    @Test
    void itEndsWhenTheySignOut() {
        requests.ofOther(STAFF);
        CognitoIdentity captured = identity.captured();
        assertThat(captured.identityId()).isEqualTo("sam-1");
        requests.signOut();
        requests.none();

        assertThatThrownBy(captured::identityId)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage("The caller whose identity was captured has signed out");
    }

    @Test
    void credentialsDoNotOutliveTheAccessToken() {
        requests.of(byAccessToken(Map.of("sub", "alice")));
        accessKey();
        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(this::accessKey)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage(
                        "The caller's access token expired at 2026-11-20T11:00:00Z while the request, or work that it"
                                + " started, was under way: have the client send a new one");
    }

    @Test
    void mergingDropsWhatEitherUserWasIssued() {
        requests.of(byAccessToken(Map.of("sub", "alice")));
        accessKey();
        requests.of(byAccessToken(Map.of("sub", "alicia")));
        accessKey();
        requests.of(byAccessToken(Map.of("sub", "bob")));
        String bobs = accessKey();
        int calls = pool.calls().size();

        assertThat(identities.merge("alice", "alicia")).isEqualTo("id-of-alicia");

        assertThat(accessKey()).isEqualTo(bobs);
        requests.of(byAccessToken(Map.of("sub", "alice")));
        accessKey();
        requests.of(byAccessToken(Map.of("sub", "alicia")));
        accessKey();
        assertThat(asked).containsExactly("merge alice into alicia");
        assertThat(pool.calls().subList(calls, pool.calls().size()))
                .containsExactly("GetId alice", "GetCredentials alice-1", "GetId alicia", "GetCredentials alicia-1");
    }

    @Test
    void unlinkingDropsWhatTheIdentityWasIssued() {
        requests.of(byAccessToken(Map.of("sub", "alice")));
        String before = accessKey();

        identities.unlink("alice-1", "alice");

        assertThat(accessKey()).isNotEqualTo(before);
        assertThat(asked).containsExactly("unlink alice of alice-1");
    }

    @Test
    void loginsAreTakenAwayFromTheCallersIdentity() {
        requests.of(byIdToken("alice"));
        String before = accessKey();

        identities.unlinkFromCaller(List.of("https://login.example.com"));

        assertThat(accessKey()).isNotEqualTo(before);
        assertThat(asked).containsExactly("unlink [login.example.com] of alice-1");
    }

    @Test
    void nobodyHasNoLoginsToTakeAway() {
        requests.none();

        assertThatThrownBy(() -> identities.unlinkFromCaller(List.of(PROVIDER)))
                .isInstanceOf(CallerRequiredException.class);
    }

    @Test
    void usersAreReadPageByPageAsFarAsSomebodyReads() {
        assertThat(identities.usersOf("id-1")).hasSize(5).startsWith("user-0").endsWith("user-4");
        assertThat(asked).containsExactly("page 0", "page 2", "page 4");
        asked.clear();

        assertThat(identities.usersOf("id-1").limit(2)).containsExactly("user-0", "user-1");
        assertThat(asked).containsExactly("page 0");
    }

    static Stream<Consumer<CognitoDeveloperIdentities>> operations() {
        return Stream.of(
                identities -> identities.identityIdOf("sam"),
                identities -> identities.usersOf("id-1").forEach(user -> {}),
                identities -> identities.merge("sam", "tom"),
                identities -> identities.unlink("id-1", "sam"),
                identities -> identities.unlinkFromCaller(List.of(PROVIDER)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void moreOperationsThanAreAllowedWaitTheirTurn(Consumer<CognitoDeveloperIdentities> operation) {
        CognitoDeveloperIdentities slow = identities(vouching(Map.of(), new DeveloperRates(1_000, 1)));
        requests.of(byIdToken("alice"));
        identity.identityId();
        slow.identityIdOf("sam");
        asked.clear();
        Thread.currentThread().interrupt(); // who would wait is told at once

        assertThatThrownBy(() -> operation.accept(slow))
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("Interrupted while waiting for a turn to call CognitoDeveloperIdentities");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).isEmpty();
    }

    private String accessKey() {
        return identity.credentials().resolveCredentials().accessKeyId();
    }

    /** Five users in pages of two. */
    private final class Directory implements DeveloperDirectory {

        @Override
        public Optional<String> identityIdOf(String user) {
            asked.add("identity of " + user);
            return Optional.empty();
        }

        @Override
        public Users usersOf(String identityId, Optional<String> page) {
            int first = page.map(Integer::parseInt).orElse(0);
            asked.add("page " + first);
            return new Users(
                    IntStream.range(first, Math.min(first + 2, 5))
                            .mapToObj(i -> "user-" + i)
                            .toList(),
                    first + 2 < 5 ? Optional.of(Integer.toString(first + 2)) : Optional.empty());
        }

        @Override
        public String merge(String user, String into) {
            asked.add("merge " + user + " into " + into);
            return "id-of-" + into;
        }

        @Override
        public void unlink(String identityId, String user) {
            asked.add("unlink " + user + " of " + identityId);
        }
    }
}
