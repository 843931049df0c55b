package io.github.cognitoee.internal.identitypool;

import static io.github.cognitoee.internal.identitypool.TestCallers.vouchedFor;
import static io.github.cognitoee.internal.identitypool.TestCallers.vouching;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class DeveloperIdentityPoolTest {

    private static final IdentityPoolConfig CONFIG = vouching(Map.of());
    private static final Optional<String> NO_ROLE = Optional.empty();

    private final List<String> calls = new ArrayList<>();
    private final DeveloperIdentityPool<Pool> pool = new DeveloperIdentityPool<>(
            new Pool(), this::vouch, CallRate.of(1_000, "GetOpenIdTokenForDeveloperIdentity", "a.setting"));

    @Test
    void whoIsVouchedForShowsTheTokenOfThePoolItself() {
        IssuedCredentials issued = pool.credentials(vouchedFor("sam"), NO_ROLE);

        assertThat(issued.identityId()).isEqualTo("id-of-sam");
        assertThat(calls)
                .containsExactly("vouch sam", "GetCredentials id-of-sam {cognito-identity.amazonaws.com=token-of-sam}");
    }

    @Test
    void aGuestsIdentityIsLinkedByTheCallThatVouches() {
        pool.credentials("guest-1", vouchedFor("sam"), NO_ROLE);

        assertThat(calls)
                .containsExactly(
                        "vouch sam for guest-1",
                        "GetCredentials guest-1 {cognito-identity.amazonaws.com=token-of-sam}");
    }

    @Test
    void theIdentityIdIsThatOfTheCallThatVouches() {
        assertThat(pool.identityId(vouchedFor("sam"))).isEqualTo("id-of-sam");
        assertThat(calls).containsExactly("vouch sam");
    }

    @Test
    void loginsAreUnlinkedByTheTokenOfThePoolItself() {
        pool.unlink("id-of-sam", vouchedFor("sam"), List.of("accounts.google.com"));

        assertThat(calls)
                .containsExactly(
                        "vouch sam",
                        "Unlink [accounts.google.com] of id-of-sam {cognito-identity.amazonaws.com=token-of-sam}");
    }

    @Test
    void moreCallsThatVouchThanAreAllowedWaitTheirTurnAndKeepNobodyElseWaiting() {
        DeveloperIdentityPool<Pool> slow = new DeveloperIdentityPool<>(
                new Pool(), this::vouch, CallRate.of(1, "GetOpenIdTokenForDeveloperIdentity", "a.setting"));
        slow.credentials(vouchedFor("sam"), NO_ROLE);
        Thread.currentThread().interrupt(); // who would wait is told at once

        assertThatThrownBy(() -> slow.credentials("id-of-tom", vouchedFor("tom"), NO_ROLE))
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("Interrupted while waiting for a turn to call GetOpenIdTokenForDeveloperIdentity");
        assertThat(slow.identityId(Applicant.GUEST)).isNotEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).noneMatch(call -> call.startsWith("vouch tom"));
    }

    @Test
    void allOthersGoToThePoolAsTheyAre() {
        Applicant alice = Applicant.of(new IdToken(verified(idToken(Map.of("sub", "alice")))));

        pool.identityId(alice);
        pool.openIdToken("id-1", Applicant.GUEST);

        assertThat(calls).containsExactly("GetId", "GetOpenIdToken id-1");
    }

    @Test
    void inTheClassicFlowStsTakesTheTokenThatVouches() {
        List<String> assumed = new ArrayList<>();
        ClassicIdentityPool classic = new ClassicIdentityPool(
                pool,
                (role, token) -> {
                    assumed.add(role + " by " + token.token());
                    return issued(token.identityId());
                },
                new ClassicConfig(
                        Optional.of("arn:aws:iam::123456789012:role/Reports"),
                        Optional.empty(),
                        Duration.ofHours(1),
                        Optional.empty()));

        classic.credentials(vouchedFor("sam"), NO_ROLE);

        assertThat(calls).containsExactly("vouch sam");
        assertThat(assumed).containsExactly("arn:aws:iam::123456789012:role/Reports by token-of-sam");
    }

    private OpenIdToken vouch(Applicant applicant, Optional<String> identityId) {
        String user = applicant.developerUser().orElseThrow().identifier();
        calls.add("vouch " + user + identityId.map(id -> " for " + id).orElse(""));
        return new OpenIdToken(identityId.orElse("id-of-" + user), "token-of-" + user);
    }

    private static IssuedCredentials issued(String identityId) {
        return new IssuedCredentials(
                identityId, AwsSessionCredentials.create("AKID", "secret", "session"), Instant.MAX);
    }

    private final class Pool implements IdentityPool, OpenIdTokens, LoginLinks {

        @Override
        public String identityId(Applicant applicant) {
            calls.add("GetId");
            return "id-1";
        }

        @Override
        public IssuedCredentials credentials(String identityId, Applicant applicant, Optional<String> requestedRole) {
            calls.add("GetCredentials " + identityId + " " + ShownLogins.of(CONFIG, applicant));
            return issued(identityId);
        }

        @Override
        public OpenIdToken openIdToken(String identityId, Applicant applicant) {
            calls.add("GetOpenIdToken " + identityId);
            return new OpenIdToken(identityId, "token");
        }

        @Override
        public void unlink(String identityId, Applicant applicant, Collection<String> providers) {
            calls.add("Unlink " + providers + " of " + identityId + " " + ShownLogins.of(CONFIG, applicant));
        }
    }
}
