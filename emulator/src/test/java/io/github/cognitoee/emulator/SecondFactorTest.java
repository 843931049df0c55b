package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.SentMessage.Purpose;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** A code besides the password. The clock stands at a time for which RFC 6238 has a code of its secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorTest {

    private static final String CALLBACK = "http://localhost:8080/callback";
    private static final String CONFIG =
            """
            {
              "region": "eu-west-1",
              "accountId": "123456789012",
              "userPools": [{
                "id": "eu-west-1_Mfa",
                "clients": [{"id": "web", "callbackUrls": ["http://localhost:8080/callback"]}],
                "users": [
                  {"username": "app", "password": "Passw0rd!", "mfa": ["SOFTWARE_TOKEN_MFA"],
                   "totpSecret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"},
                  {"username": "sms", "password": "Passw0rd!", "mfa": ["SMS_MFA"],
                   "attributes": {"phone_number": "+821012345678"}},
                  {"username": "mail", "password": "Passw0rd!", "mfa": ["EMAIL_OTP"],
                   "attributes": {"email": "mail@example.com"}},
                  {"username": "all", "password": "Passw0rd!", "mfa": ["EMAIL_OTP", "SOFTWARE_TOKEN_MFA"],
                   "totpSecret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "attributes": {"email": "all@example.com"}},
                  {"username": "none", "password": "Passw0rd!"}
                ]
              }]
            }
            """;

    private final MovableClock clock = MovableClock.startingNow();
    private CognitoEmulator emulator;
    private Browser browser;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder()
                .config(EmulatorConfig.parse(CONFIG))
                .clock(clock)
                .start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @BeforeEach
    void begin() {
        clock.set(Instant.ofEpochSecond(2_000_000_000));
        emulator.reset();
        browser = new Browser(emulator);
    }

    @Test
    void theCodeOfAnAppIsAskedForAfterThePassword() throws Exception {
        signIn("app", "");
        assertThat(browser.page().select("h1").text()).isEqualTo("Enter a code");
        assertThat(browser.page().select("#code-hint").text())
                .isEqualTo("The six digits that your authenticator app shows");
        assertThat(browser.page().selectFirst("#code").attr("autocomplete")).isEqualTo("one-time-code");
        assertThat(browser.cookies()).doesNotContainKey("cognito.eu-west-1_Mfa");

        browser.submit("code", "279037");

        assertThat(idClaims())
                .containsEntry("acr", "urn:cognito:loa:4")
                .containsEntry("amr", List.of("pwd", "otp", "mfa"));
    }

    @Test
    void aWrongCodeIsTold() throws Exception {
        signIn("app", "").submit("code", "279038");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert] a[href=#code]").text())
                .isEqualTo("The code is wrong or too old.");
        assertThat(browser.submit("code", "279037").location()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void aCodeIsNotGoodForASecondSignIn() throws Exception {
        signIn("app", "").submit("code", "279037");
        browser = new Browser(emulator);

        assertThat(signIn("app", "").submit("code", "279037").status()).isEqualTo(400);
    }

    @Test
    void theCodeIsWaitedForThreeMinutes() throws Exception {
        signIn("mail", "");
        clock.advance(Duration.ofMinutes(3));

        browser.submit("code", emulator.outbox().latestTo("mail").secret());

        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo("It took too long. Start again at the application.");
    }

    @ParameterizedTest
    @CsvSource({
        "sms, SMS, +********5678, sms",
        "mail, EMAIL, m***@e***, email_otp",
    })
    void aCodeIsSent(String username, String medium, String destination, String claim) throws Exception {
        signIn(username, "");
        SentMessage message = emulator.outbox().latestTo(username);
        assertThat(message.purpose()).isEqualTo(Purpose.MFA);
        assertThat(message.medium()).isEqualTo(medium);
        assertThat(browser.page().select("#code-hint").text()).isEqualTo("A code was sent to " + destination + ".");

        browser.submit("code", message.secret());

        assertThat(idClaims())
                .containsEntry("acr", "urn:cognito:loa:3")
                .containsEntry("amr", List.of("pwd", claim, "mfa"));
    }

    @Test
    void ofSeveralFactorsTheUserChooses() throws Exception {
        signIn("all", "");
        assertThat(browser.page().select("form button").eachText()).containsExactly("E-mail", "Authenticator app");
        assertThat(emulator.outbox().messages()).isEmpty();

        browser.submitForm("#factor-EMAIL_OTP")
                .submit("code", emulator.outbox().latestTo("all").secret());

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void theLevelThatIsWantedChoosesTheFactor() throws Exception {
        signIn("all", "&acr_values=urn:cognito:loa:4").submit("code", "279037");

        assertThat(idClaims()).containsEntry("acr", "urn:cognito:loa:4");
        assertThat(browser.open(authorize("&acr_values=urn:cognito:loa:4")).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void whoHasNoFactorIsAskedForNone() throws Exception {
        assertThat(signIn("none", "").location()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void thePasswordAloneGetsNoTokensByAnOperationEither() {
        try (CognitoIdentityProviderClient anyone =
                AwsClients.userPools(emulator, AnonymousCredentialsProvider.create(), clock)) {
            assertThat(anyone.initiateAuth(request -> request.clientId("web")
                                    .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                    .authParameters(Map.of("USERNAME", "app", "PASSWORD", "Passw0rd!")))
                            .challengeNameAsString())
                    .isEqualTo("SOFTWARE_TOKEN_MFA");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "mfa": ["PUSH"] | $.userPools[0].users[0].mfa[0]: found "PUSH", expected SOFTWARE_TOKEN_MFA, SMS_MFA or EMAIL_OTP
            "mfa": ["SMS_MFA"] | $.userPools[0].users[0].mfa: SMS_MFA needs the attribute phone_number
            "mfa": ["SOFTWARE_TOKEN_MFA"] | $.userPools[0].users[0].mfa: SOFTWARE_TOKEN_MFA needs totpSecret
            "totpSecret": "short" | $.userPools[0].users[0].totpSecret: expected 16 to 128 letters of Base32
            """)
    void aFactorNeedsWhatItGoesBy(String member, String problem) {
        assertThatThrownBy(() -> EmulatorConfig.parse(
                        """
                        {"region": "eu-west-1", "accountId": "123456789012", "userPools": [{
                          "id": "eu-west-1_Mfa", "clients": [{"id": "web"}], "users": [{"username": "app", %s}]}]}
                        """
                                .formatted(member)))
                .hasMessageStartingWith(problem);
    }

    private static String authorize(String more) {
        return "/oauth2/authorize?response_type=code&client_id=web&redirect_uri=" + LoginFixture.encoded(CALLBACK)
                + more;
    }

    private Browser signIn(String username, String more) throws Exception {
        return browser.open(authorize(more)).submitForm("#sign-in", "username", username, "password", "Passw0rd!");
    }

    private Map<String, Object> idClaims() throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/oauth2/token",
                "grant_type=authorization_code&client_id=web&code=" + browser.returned("code") + "&redirect_uri="
                        + LoginFixture.encoded(CALLBACK),
                "Content-Type",
                "application/x-www-form-urlencoded");
        return TokenText.claimsOf(
                new ObjectMapper().readTree(answer.body()).get("id_token").textValue());
    }
}
