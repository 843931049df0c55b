package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.CipherKey;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.jwt.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

        one.put(ALICE, issued);

        assertThat(other.find(ALICE)).contains(issued);
        assertThat(other.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void anIdentityIdIsSharedWithoutCredentials() {
        one.put(ALICE.login(), "eu-west-1:alice");

        assertThat(other.identityId(ALICE.login())).contains("eu-west-1:alice");
        assertThat(other.find(ALICE)).isEmpty();
        assertThat(other.identityId(BOB.login())).isEmpty();
    }

    @Test
    void callersAndRolesAreApart() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(other.find(BOB)).isEmpty();
        assertThat(other.find(ALICE_AS_ADMIN)).isEmpty();
    }

    @Test
    void nothingOfTheCallerIsInClear() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));

        for (Map<String, byte[]> entries : List.of(caches.logins, caches.credentials)) {
            assertThat(entries).hasSize(1);
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
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        byte[] ofAlice = only(caches.credentials);
        caches.credentials.clear();
        one.put(BOB, issued("bob", Duration.ofHours(1)));

        caches.credentials.replaceAll((name, value) -> ofAlice);

        assertThat(other.find(BOB)).isEmpty();
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
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        byte[] whole = only(caches.credentials);

        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            caches.credentials.replaceAll((name, value) -> changed);
            assertThat(other.find(ALICE)).as("byte " + i).isEmpty();
        }
        assertThat(log.lines()).hasSize(1); // once for all of them
    }

    @Test
    void rubbishCountsAsAbsentAndIsReplaced() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));
        one.put(ALICE, issued);
        for (byte[] rubbish : List.of(new byte[0], new byte[1], new byte[28], Arrays.copyOf(only(caches.logins), 40))) {
            caches.logins.replaceAll((name, value) -> rubbish);

            assertThat(other.find(ALICE)).isEmpty();
        }

        other.put(ALICE, issued);

        assertThat(one.find(ALICE)).contains(issued);
    }

    @Test
    void anotherKeyDoesNotOpen() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(node(NEW).find(ALICE)).isEmpty();
    }

    @Test
    void keysAreExchangedByPuttingTheNewOneFirst() {
        IssuedCredentials issued = issued("alice", Duration.ofHours(1));
        SharedCredentials rotated = node(NEW, OLD);
        one.put(ALICE, issued);

        assertThat(rotated.find(ALICE)).contains(issued);

        rotated.put(BOB, issued("bob", Duration.ofHours(1)));
        assertThat(one.find(BOB)).isEmpty();
        assertThat(node(NEW).find(BOB)).isPresent();
    }

    @Test
    void credentialsThatAreDueForRenewalCountAsAbsent() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));

        clock.advance(Duration.ofMinutes(50).minusMillis(1));
        assertThat(other.find(ALICE)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(other.find(ALICE)).isEmpty();
    }

    @Test
    void shortLivedCredentialsServeForHalfOfTheirLife() {
        one.put(ALICE, issued("alice", Duration.ofMinutes(15)));

        clock.advance(Duration.ofSeconds(450).minusMillis(1));
        assertThat(other.find(ALICE)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(other.find(ALICE)).isEmpty();
    }

    @Test
    void whoSignsOutIsForgottenInAllRolesAtAllNodes() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        other.put(ALICE_AS_ADMIN, issued("alice", Duration.ofHours(1)));
        one.put(BOB, issued("bob", Duration.ofHours(1)));

        other.forget(ALICE.login());

        assertThat(one.find(ALICE)).isEmpty();
        assertThat(one.find(ALICE_AS_ADMIN)).isEmpty();
        assertThat(one.find(BOB)).isPresent();
        assertThat(one.identityId(ALICE.login())).contains("eu-west-1:alice");
    }

    @Test
    void whoSignsInAgainIsSharedAgain() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        one.forget(ALICE.login());
        IssuedCredentials anew = issued("alice", Duration.ofHours(1));

        other.put(ALICE, anew);

        assertThat(one.find(ALICE)).contains(anew);
    }

    /** A node that has only the old key cannot read what others wrote with the new one, and forgets it all the same. */
    @Test
    void whoSignsOutAtANodeThatCannotReadTheirLoginIsForgottenToo() {
        SharedCredentials rotated = node(NEW, OLD);
        rotated.put(ALICE, issued("alice", Duration.ofHours(1)));

        one.forget(ALICE.login());

        assertThat(rotated.find(ALICE)).isEmpty();
    }

    @Test
    void aSignOutWhileTheCacheIsAwayIsMadeUpFor() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        caches.fail(new IllegalStateException("no members"));
        one.forget(ALICE.login());
        caches.recover();
        assertThat(other.find(ALICE)).isPresent();

        clock.advance(BriefCalls.PAUSE);
        one.find(BOB);

        assertThat(other.find(ALICE)).isEmpty();
    }

    @Test
    void anIdentityThatWasMergedIsKnownByTheIdThatSurvived() {
        one.put(ALICE, issued("alice", Duration.ofHours(1)));
        one.put(ALICE_AS_ADMIN, issued("alice", Duration.ofHours(1)));
        IssuedCredentials merged = issued("survivor", Duration.ofHours(1));

        other.put(ALICE, merged);

        assertThat(one.identityId(ALICE.login())).contains("eu-west-1:survivor");
        assertThat(one.find(ALICE)).contains(merged);
        assertThat(one.find(ALICE_AS_ADMIN)).isEmpty();
    }

    @Test
    void aCacheThatFailsSaysNothing() {
        caches.fail(new IllegalStateException("closed"));

        one.put(ALICE, issued("alice", Duration.ofHours(1)));

        assertThat(one.find(ALICE)).isEmpty();
        assertThat(one.identityId(ALICE.login())).isEmpty();
    }

    @Test
    void cachesThatCannotBeHadAreTriedAgain() {
        boolean[] there = {false};
        SharedCredentials late = new SealedCredentials(
                () -> {
                    if (!there[0]) {
                        throw new IllegalStateException("no provider");
                    }
                    return caches;
                },
                keys(),
                new ByteCipher(List.of(OLD)),
                new BriefCalls("cache", clock, Duration.ofSeconds(30)),
                clock);
        assertThat(late.identityId(ALICE.login())).isEmpty();
        one.put(ALICE.login(), "eu-west-1:alice");
        there[0] = true;
        clock.advance(BriefCalls.PAUSE);

        assertThat(late.identityId(ALICE.login())).contains("eu-west-1:alice");
        late.close();
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
    void cachesThatNobodyNeededAreNotOpenedToBeClosed() {
        one.close();

        assertThat(caches.isClosed()).isFalse();
    }

    private SharedCredentials node(CipherKey... keys) {
        return new SealedCredentials(
                () -> caches,
                keys(),
                new ByteCipher(List.of(keys)),
                new BriefCalls("cache", clock, Duration.ofSeconds(30)),
                clock);
    }

    private static SharedKeys keys() {
        return new SharedKeys(
                IdentityPoolConfig.of(POOL, new Region("eu-west-1")).build());
    }

    private static CredentialsKey key(String subject, Optional<String> role) {
        return new CredentialsKey(
                new Dossier(), new LoginKey(POOL, "https://issuer", subject, Set.of()), "web", "", role, "digest");
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
