package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import io.github.cognitoee.it.harness.Chromium;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A real browser with an authenticator of its own makes a passkey from the emulator's options, and signs in with it. */
@EmulatedCognito
class ChromiumPasskeyIT {

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPasskeyOfChromiumSignsIn(CognitoEmulator cognito) throws Exception {
        takePasskeys(cognito);
        String token = call(
                        cognito,
                        "InitiateAuth",
                        Map.of(
                                "AuthFlow",
                                "USER_PASSWORD_AUTH",
                                "ClientId",
                                CLIENT,
                                "AuthParameters",
                                Map.of("USERNAME", "alice", "PASSWORD", "Alice-Passw0rd")))
                .at("/AuthenticationResult/AccessToken")
                .asText();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage("en");
            page.navigate(cognito.domain() + "/login");
            addAuthenticator(page);

            JsonNode options = call(cognito, "StartWebAuthnRegistration", Map.of("AccessToken", token))
                    .path("CredentialCreationOptions");
            String made = String.valueOf(page.evaluate(
                    """
                    async options => JSON.stringify((await navigator.credentials.create({
                      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options))})).toJSON())""",
                    options.toString()));
            call(
                    cognito,
                    "CompleteWebAuthnRegistration",
                    Map.of("AccessToken", token, "Credential", JSON.readTree(made)));

            JsonNode challenge = call(
                    cognito,
                    "InitiateAuth",
                    Map.of(
                            "AuthFlow",
                            "USER_AUTH",
                            "ClientId",
                            CLIENT,
                            "AuthParameters",
                            Map.of("USERNAME", "alice", "PREFERRED_CHALLENGE", "WEB_AUTHN")));
            String signed = String.valueOf(page.evaluate(
                    """
                    async options => JSON.stringify((await navigator.credentials.get({
                      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))})).toJSON())""",
                    challenge
                            .at("/ChallengeParameters/CREDENTIAL_REQUEST_OPTIONS")
                            .asText()));
            JsonNode answer = call(
                    cognito,
                    "RespondToAuthChallenge",
                    Map.of(
                            "ClientId",
                            CLIENT,
                            "ChallengeName",
                            "WEB_AUTHN",
                            "Session",
                            challenge.path("Session").asText(),
                            "ChallengeResponses",
                            Map.of("USERNAME", "alice", "CREDENTIAL", signed)));

            assertThat(answer.at("/AuthenticationResult/AccessToken").asText()).isNotEmpty();
        }
    }

    private static void takePasskeys(CognitoEmulator cognito) {
        AccessKey key = AccessKey.DEFAULT;
        try (CognitoIdentityProviderClient admin = CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            admin.updateUserPool(pool -> pool.userPoolId(POOL)
                    .policies(policies -> policies.signInPolicy(
                            policy -> policy.allowedFirstAuthFactorsWithStrings("PASSWORD", "WEB_AUTHN"))));
            admin.setUserPoolMfaConfig(pool -> pool.userPoolId(POOL)
                    .mfaConfiguration("OFF")
                    .webAuthnConfiguration(
                            passkeys -> passkeys.relyingPartyId("localhost").userVerification("required")));
        }
    }

    /** One that is always at hand, and verifies its user without asking. */
    private static void addAuthenticator(Page page) {
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", kind);
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static JsonNode call(CognitoEmulator cognito, String operation, Map<String, ?> input) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(cognito.endpoint())
                                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(input)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
