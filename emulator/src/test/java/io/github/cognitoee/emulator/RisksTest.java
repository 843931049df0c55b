package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.emulator.Risks.Response;
import io.github.cognitoee.emulator.Risks.SignInEvent;
import io.github.cognitoee.emulator.Risks.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RiskDecisionType;

/** Threat protection, whose verdicts are the test's. */
class RisksTest extends UserPoolFixture {

    private static final String BLOCKED = "Unable to login because of security reasons.";

    @BeforeEach
    void makeAlice() {
        newUser("alice", "email", "alice@example.com", "email_verified", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, Unable to login because of security reasons.",
        "ADDRESS_BLOCKED, Request not allowed due to security reasons.",
        "CREDENTIALS_COMPROMISED, Unable to login because of security reasons.",
        "SECOND_FACTOR_REQUIRED, Unable to login because of security reasons."
    })
    void theNextSignInIsJudgedAndTheOneAfterItIsNot(Verdict verdict, String message) {
        emulator.risks().judge(pool, "alice", verdict, 1);

        assertRefused(NotAuthorizedException.class, message, () -> signInAnswer("alice", PASSWORD));
        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void aVerdictWaitsForTheRightPassword() {
        emulator.risks().judge(pool, "alice", Verdict.BLOCKED, 1);

        assertRefused(
                NotAuthorizedException.class, "Incorrect username or password.", () -> signInAnswer("alice", "wrong"));
        assertRefused(NotAuthorizedException.class, BLOCKED, () -> signInAnswer("alice", PASSWORD));
    }

    @Test
    void aBlockedAddressIsToldWhateverThePassword() {
        emulator.risks().judge(pool, "alice", Verdict.ADDRESS_BLOCKED, 1);

        assertRefused(
                NotAuthorizedException.class,
                "Request not allowed due to security reasons.",
                () -> signInAnswer("alice", "wrong"));
    }

    @Test
    void severalSignInsAreJudgedInTurn() {
        emulator.risks().judge(pool, "alice", Verdict.BLOCKED, 2);
        emulator.risks().judge(pool, "alice", Verdict.ADDRESS_BLOCKED, 1);

        assertRefused(NotAuthorizedException.class, BLOCKED, () -> signInAnswer("alice", PASSWORD));
        assertRefused(NotAuthorizedException.class, BLOCKED, () -> signInAnswer("alice", PASSWORD));
        assertRefused(
                NotAuthorizedException.class,
                "Request not allowed due to security reasons.",
                () -> signInAnswer("alice", PASSWORD));
        assertThat(signIn("alice")).isNotNull();
    }

    @Test
    void anotherUserIsNotJudged() {
        newUser("bob");
        emulator.risks().judge(pool, "alice", Verdict.BLOCKED, 1);

        assertThat(signIn("bob")).isNotNull();
    }

    @Test
    void aSecondFactorThatTheUserHasIsAskedFor() {
        admin.setUserPoolMfaConfig(request -> request.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .emailMfaConfiguration(mail -> mail.subject("Your code").message("It is {####}")));
        admin.adminSetUserMFAPreference(
                request -> request.userPoolId(pool).username("alice").emailMfaSettings(mail -> mail.enabled(true)));
        emulator.risks().judge(pool, "alice", Verdict.SECOND_FACTOR_REQUIRED, 1);

        assertThat(signInAnswer("alice", PASSWORD).challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
    }

    @Test
    void eventsTellWhatBecameOfSignIns() {
        emulator.risks().judge(pool, "alice", Verdict.CREDENTIALS_COMPROMISED, 1);
        assertRefused(NotAuthorizedException.class, BLOCKED, () -> signInAnswer("alice", PASSWORD));
        signIn("alice");

        List<AuthEventType> events = admin.adminListUserAuthEvents(
                        request -> request.userPoolId(pool).username("alice"))
                .authEvents();
        assertThat(events)
                .extracting(AuthEventType::eventResponse)
                .containsExactly(EventResponseType.PASS, EventResponseType.FAIL);
        assertThat(events.get(0).eventRisk().riskDecision()).isEqualTo(RiskDecisionType.NO_RISK);
        assertThat(events.get(1).eventRisk().riskDecision()).isEqualTo(RiskDecisionType.BLOCK);
        assertThat(events.get(1).eventRisk().compromisedCredentialsDetected()).isTrue();
        assertThat(events.get(1).creationDate()).isEqualTo(clock.instant());
    }

    @Test
    void whatAConfidentialClientTellsOfItsUserIsKept() {
        var confidential =
                newClient(request -> request.generateSecret(true).enablePropagateAdditionalUserContextData(true));
        signInFrom("203.0.113.7", confidential.clientId(), confidential.clientSecret());

        assertThat(emulator.risks().events(pool, "alice"))
                .containsExactly(new SignInEvent(confidential.clientId(), Response.PASS, "203.0.113.7", "fingerprint"));
    }

    @Test
    void whatAClientTellsThatIsNotAskedToIsNotKept() {
        var confidential = newClient(request -> request.generateSecret(true));
        signInFrom("203.0.113.7", confidential.clientId(), confidential.clientSecret());

        assertThat(emulator.risks().events(pool, "alice"))
                .containsExactly(new SignInEvent(confidential.clientId(), Response.PASS, "", ""));
    }

    @Test
    void whatAServerTellsIsKept() {
        admin.adminInitiateAuth(request -> request.userPoolId(pool)
                .clientId(client)
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", "alice", "PASSWORD", PASSWORD))
                .contextData(data -> data.ipAddress("203.0.113.8")
                        .serverName("shop.example")
                        .serverPath("/login")
                        .httpHeaders(List.of())));

        assertThat(emulator.risks().events(pool, "alice").get(0).ipAddress()).isEqualTo("203.0.113.8");
    }

    @Test
    void aUserWhoDoesNotExistCannotBeJudged() {
        assertThatThrownBy(() -> emulator.risks().judge(pool, "nobody", Verdict.BLOCKED, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the emulator's configuration has no such user: nobody");
        assertThatThrownBy(() -> emulator.risks().judge(pool, "alice", Verdict.BLOCKED, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found 0 times, expected one or more");
    }

    private void signInFrom(String address, String clientId, String secret) {
        anyone.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(clientId)
                .authParameters(Map.of(
                        "USERNAME",
                        "alice",
                        "PASSWORD",
                        PASSWORD,
                        "SECRET_HASH",
                        secretHash(secret, "alice" + clientId)))
                .userContextData(data -> data.ipAddress(address).encodedData("fingerprint")));
    }

    private static String secretHash(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime has HmacSHA256", e);
        }
    }
}
