package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.CallFault;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.Faults;
import io.github.cognitoee.emulator.Outbox;
import io.github.cognitoee.emulator.RequestCounts;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import io.github.cognitoee.examples.accounts.Caller.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** Signing in with every challenge: the real WAR on a real server, with a Cognito that knows the people of {@code people.json}. */
@EmulatedCognito(config = "/people.json")
class AccountsIT {

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String ALICE = "{'username': 'alice', 'password': 'Alice-Passw0rd'}";
    private static final AuthenticatorApp TOMS_APP = new AuthenticatorApp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private static ServerUnderTest accounts;
    private static CognitoIdentityProviderClient administrator;

    private Caller browser;

    @BeforeAll
    static void start(CognitoEmulator cognito) throws IOException, InterruptedException {
        accounts = ServerUnderTest.start(cognito.configuration(), "api/session");
        administrator = CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        if (accounts != null) {
            accounts.close();
        }
        if (administrator != null) {
            administrator.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        browser = anotherBrowser();
    }

    private static Caller anotherBrowser() {
        return new Caller(accounts.resolve("api/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./", "sign-in.html", "account.html", "js/sign-in.js"})
    void thePagesAreOpenAndRunNothingButTheirOwnFiles(String path) throws Exception {
        Answer page = browser.get("../" + path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; script-src 'self';"));
    }

    @Test
    void aRightPasswordBeginsASessionWhichHoldsTheTokens(RequestCounts asked) throws Exception {
        Answer signedIn = browser.post("sign-in", ALICE);

        assertThat(signedIn.text()).isEqualTo("{\"step\":\"signedIn\"}");
        assertThat(signedIn.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "Secure"));
        assertThat(signedIn.header("Cache-Control")).hasValue("no-store");
        Answer session = browser.get("session");
        JsonObject account = session.json().getJsonObject("account");
        assertThat(account.getString("username")).isEqualTo("alice");
        assertThat(account.getString("email")).isEqualTo("alice@example.com");
        assertThat(account.getJsonArray("groups")).hasToString("[\"users\"]");
        assertThat(session.text()).doesNotContain("eyJ");
        assertThat(asked.count("InitiateAuth")).isOne();
        assertThat(asked.count("RespondToAuthChallenge")).isOne();
    }

    @Test
    void aWrongPasswordAndAUserWhoIsNotThereAreAnsweredAlike() throws Exception {
        Answer wrong = browser.post("sign-in", "{'username': 'alice', 'password': 'Wrong-Passw0rd'}");
        Answer nobody = browser.post("sign-in", "{'username': 'nobody', 'password': 'Alice-Passw0rd'}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).hasValue("application/problem+json");
        assertThat(wrong.text())
                .isEqualTo("{\"detail\":\"The user name or the password is wrong.\","
                        + "\"reason\":\"BAD_CREDENTIALS\",\"status\":401}");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.text()).isEqualTo(wrong.text());
        assertThat(browser.get("session").text()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void aDisabledUserIsNotLetInAndNotToldFromAWrongPassword() throws Exception {
        Answer wrong = browser.post("sign-in", "{'username': 'alice', 'password': 'Wrong-Passw0rd'}");
        administrator.adminDisableUser(user -> user.userPoolId(POOL).username("alice"));

        Answer refused = browser.post("sign-in", ALICE);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo(wrong.text());
    }

    @Test
    void aTemporaryPasswordIsGoodForChoosingAnother() throws Exception {
        administrator.adminCreateUser(
                user -> user.userPoolId(POOL).username("nora").temporaryPassword("Temporary-Passw0rd"));
        Answer due = browser.post("sign-in", "{'username': 'nora', 'password': 'Temporary-Passw0rd'}");
        assertThat(due.step()).isEqualTo("newPassword");

        Answer weak = answer(due, "{'newPassword': 'weak'}");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.json().getString("reason")).isEqualTo("PASSWORD_TOO_WEAK");

        assertThat(answer(due, "{'newPassword': 'Noras-Passw0rd'}").step()).isEqualTo("signedIn");
        assertThat(anotherBrowser()
                        .post("sign-in", "{'username': 'nora', 'password': 'Noras-Passw0rd'}")
                        .step())
                .isEqualTo("signedIn");
    }

    @Test
    void aCodeIsSentAndAWrongOneMayBeCorrected(Outbox outbox) throws Exception {
        Answer due = browser.post("sign-in", "{'username': 'eve', 'password': 'Eves-Passw0rd'}");
        assertThat(due.step()).isEqualTo("sentCode");
        assertThat(due.challenge().getString("medium")).isEqualTo("EMAIL");
        String code = outbox.latestTo("eve").secret();

        Answer wrong = answer(due, "{'code': '" + otherThan(code) + "'}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().getString("reason")).isEqualTo("WRONG_CODE");

        assertThat(answer(due, "{'code': '" + code + "'}").step()).isEqualTo("signedIn");
    }

    @Test
    void anAuthenticatorAppIsAskedFor() throws Exception {
        Answer due = browser.post("sign-in", "{'username': 'tom', 'password': 'Toms-Passw0rd'}");
        assertThat(due.step()).isEqualTo("authenticatorCode");

        assertThat(answer(due, "{'code': '" + TOMS_APP.code() + "'}").step()).isEqualTo("signedIn");
    }

    @Test
    void whoHasTwoSecondFactorsChooses(Outbox outbox) throws Exception {
        Answer choice = browser.post("sign-in", "{'username': 'mia', 'password': 'Mias-Passw0rd'}");
        assertThat(choice.step()).isEqualTo("secondFactorChoice");
        assertThat(choice.challenge().getJsonArray("factors").toString()).contains("SOFTWARE_TOKEN_MFA", "SMS_MFA");

        Answer sent = answer(choice, "{'secondFactor': 'SMS_MFA'}");
        assertThat(sent.step()).isEqualTo("sentCode");
        assertThat(sent.challenge().getString("medium")).isEqualTo("SMS");

        String code = outbox.latestTo("mia").secret();
        assertThat(answer(sent, "{'code': '" + code + "'}").step()).isEqualTo("signedIn");
    }

    @Test
    void anAuthenticatorAppIsSetUpWhereThePoolWantsOne() throws Exception {
        administrator.setUserPoolMfaConfig(mfa -> mfa.userPoolId(POOL)
                .mfaConfiguration(UserPoolMfaType.ON)
                .softwareTokenMfaConfiguration(app -> app.enabled(true)));
        Answer due = browser.post("sign-in", ALICE);
        assertThat(due.step()).isEqualTo("authenticatorSetUp");
        assertThat(due.challenge().getString("uri"))
                .startsWith("otpauth://totp/")
                .contains("secret=" + due.challenge().getString("secret"));
        Answer code = browser.post("sign-in/qr-code", "{'state': '" + due.state() + "'}");
        assertThat(code.json().getString("path")).startsWith("M0 0h1v1h-1z");

        AuthenticatorApp app = new AuthenticatorApp(due.challenge().getString("secret"));
        assertThat(answer(due, "{'code': '" + app.code() + "'}").step()).isEqualTo("signedIn");
        assertThat(anotherBrowser().post("sign-in", ALICE).step()).isEqualTo("authenticatorCode");
    }

    @Test
    void whoWouldRatherChooseIsOfferedWhatThereIs(Outbox outbox) throws Exception {
        administrator.updateUserPool(pool -> pool.userPoolId(POOL)
                .policies(policies -> policies.signInPolicy(
                        signIn -> signIn.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP))));
        Answer choice = browser.post("sign-in", "{'username': 'alice', 'way': 'CHOICE'}");
        assertThat(choice.step()).isEqualTo("firstFactorChoice");
        assertThat(choice.challenge().getJsonArray("factors").toString())
                .contains("PASSWORD", "PASSWORD_SRP", "EMAIL_OTP");

        Answer sent = answer(choice, "{'firstFactor': 'EMAIL_OTP'}");
        assertThat(sent.step()).isEqualTo("sentCode");
        String code = outbox.latestTo("alice").secret();
        assertThat(answer(sent, "{'code': '" + code + "'}").step()).isEqualTo("signedIn");
    }

    @Test
    void thePasswordIsAChoiceToo() throws Exception {
        Answer choice = browser.post("sign-in", "{'username': 'alice', 'way': 'CHOICE'}");

        Answer password = answer(choice, "{'firstFactor': 'PASSWORD_SRP'}");

        assertThat(password.step()).isEqualTo("password");
        assertThat(answer(password, "{'password': 'Alice-Passw0rd'}").step()).isEqualTo("signedIn");
    }

    @Test
    void aPageThatIsLoadedAgainFindsItsStep() throws Exception {
        Answer due = browser.post("sign-in", "{'username': 'eve', 'password': 'Eves-Passw0rd'}");

        Answer again = browser.post("sign-in/challenge", "{'state': '" + due.state() + "'}");

        assertThat(again.json()).isEqualTo(due.json());
    }

    @Test
    void aStateThatIsNoneHasToBeBegunAnew() throws Exception {
        Answer over = browser.post("sign-in/answer", "{'state': 'AAAA', 'answer': {'code': '123456'}}");

        assertThat(over.status()).isEqualTo(409);
        assertThat(over.json().getString("reason")).isEqualTo("CHALLENGE_OVER");
    }

    @Test
    void aCognitoThatFailsIsNoWrongPassword(Faults faults) throws Exception {
        faults.calls("InitiateAuth", CallFault.internalError());

        Answer busy = browser.post("sign-in", ALICE);

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After"))
                .hasValueSatisfying(value -> assertThat(value).matches("[1-9]\\d*"));
        assertThat(busy.text()).contains("Nobody can sign in just now. Try again shortly.");
    }

    @Test
    void tokensAreRenewedAndRevokedAtTheEnd() throws Exception {
        browser.post("sign-in", ALICE);

        assertThat(browser.post("session/refresh", "{}").json().getBoolean("signedIn"))
                .isTrue();
        assertThat(browser.post("sign-out", "{'everywhere': false}").text()).isEqualTo("{\"revoked\":true}");
        assertThat(browser.get("session").text()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void signingOutEverywhereEndsTheSessionAtAnotherBrowser() throws Exception {
        Caller other = anotherBrowser();
        browser.post("sign-in", ALICE);
        other.post("sign-in", ALICE);

        browser.post("sign-out", "{'everywhere': true}");

        Answer ended = other.post("session/refresh", "{}");
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.json().getString("reason")).isEqualTo("SESSION_ENDED");
        assertThat(other.get("session").text()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void aProgramGetsTokensWhichTheLibraryTakes() throws Exception {
        Caller program = anotherBrowser();
        JsonObject tokens = program.post("tokens", ALICE).json().getJsonObject("tokens");

        Answer me = program.get("me", "Authorization", "Bearer " + tokens.getString("accessToken"));
        assertThat(me.text()).isEqualTo("{\"groups\":[\"users\"],\"username\":\"alice\"}");
        assertThat(program.get("me").status()).isEqualTo(401);

        assertThat(program.post("tokens/refresh", tokens.toString()).step()).isEqualTo("signedIn");
        assertThat(program.post("tokens/revoke", tokens.toString()).status()).isEqualTo(204);
        assertThat(program.post("tokens/refresh", tokens.toString()).status()).isEqualTo(401);
    }

    @Test
    void aScriptOfAPageGetsNoTokens() throws Exception {
        Answer refused = browser.send(HttpRequest.newBuilder(accounts.resolve("api/tokens"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ALICE.replace('\'', '"'))));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("eyJ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{'username': 'alice', 'way': 'ADMIN_USER_PASSWORD_AUTH'}"})
    void whatIsNoFormIsRefused(String body) throws Exception {
        assertThat(browser.post("sign-in", body).status()).isEqualTo(400);
    }

    @Test
    void whatAPageOfAnotherSiteCanSendIsNotTaken() throws Exception {
        Answer refused = browser.send(HttpRequest.newBuilder(accounts.resolve("api/sign-in"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(ALICE.replace('\'', '"'))));

        assertThat(refused.status()).isEqualTo(415);
    }

    private Answer answer(Answer due, String answer) throws IOException, InterruptedException {
        return browser.post("sign-in/answer", "{'state': '" + due.state() + "', 'answer': " + answer + "}");
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }
}
