package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;

/** What is left of managed login when an emulator with a state file starts anew. */
class LoginStateTest {

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String CALLBACK = "http://localhost:8080/callback";
    private static final String AUTHORIZE = "/oauth2/authorize?response_type=code&client_id=" + CLIENT
            + "&scope=openid&resource=https://api.example/&redirect_uri=" + CALLBACK;

    private final MovableClock clock = MovableClock.startingNow();

    @TempDir
    Path directory;

    @Test
    void aSignInThroughThePagesGoesOnAsItWas() throws Exception {
        String refreshToken;
        Map<String, Object> before;
        try (CognitoEmulator emulator = start()) {
            Browser browser =
                    new Browser(emulator).open(AUTHORIZE).submit("username", "alice", "password", "Alice-Passw0rd");
            Map<String, String> tokens = tokens(
                    emulator,
                    "grant_type=authorization_code&redirect_uri=" + CALLBACK + "&code=" + browser.returned("code"));
            refreshToken = tokens.get("refresh_token");
            before = TokenText.claimsOf(tokens.get("access_token"));
        }

        try (CognitoEmulator emulator = start()) {
            Map<String, Object> after =
                    TokenText.claimsOf(tokens(emulator, "grant_type=refresh_token&refresh_token=" + refreshToken)
                            .get("access_token"));

            assertThat(after).isEqualTo(withTheSameId(before, after));
            assertThat(after).containsEntry("aud", "https://api.example/").containsEntry("amr", List.of("pwd"));
        }
    }

    @Test
    void aSessionOfABrowserDoesNot() throws Exception {
        Map<String, String> cookies;
        try (CognitoEmulator emulator = start()) {
            Browser browser =
                    new Browser(emulator).open(AUTHORIZE).submit("username", "alice", "password", "Alice-Passw0rd");
            cookies = browser.cookies();
        }

        try (CognitoEmulator emulator = start()) {
            Browser browser = new Browser(emulator);
            browser.cookies().putAll(cookies);

            assertThat(browser.open(AUTHORIZE).page().select("h1").text()).isEqualTo("Sign in");
        }
    }

    @Test
    void providersAndLinkedAccountsStay() {
        try (CognitoEmulator emulator = start();
                CognitoIdentityProviderClient admin = AwsClients.userPools(emulator, clock)) {
            admin.createIdentityProvider(request -> request.userPoolId(POOL)
                    .providerName("Other")
                    .providerType(IdentityProviderTypeType.OIDC)
                    .providerDetails(Map.of(
                            "client_id", "x", "authorize_scopes", "openid", "oidc_issuer", "https://other.example")));
            admin.adminLinkProviderForUser(request -> request.userPoolId(POOL)
                    .destinationUser(user -> user.providerName("Cognito").providerAttributeValue("alice"))
                    .sourceUser(user -> user.providerName("Other")
                            .providerAttributeName("Cognito_Subject")
                            .providerAttributeValue("s-1")));
        }

        try (CognitoEmulator emulator = start();
                CognitoIdentityProviderClient admin = AwsClients.userPools(emulator, clock)) {
            assertThat(admin.describeIdentityProvider(
                                    request -> request.userPoolId(POOL).providerName("Other"))
                            .identityProvider()
                            .providerDetails())
                    .containsEntry("oidc_issuer", "https://other.example");
            assertThat(admin.adminGetUser(request -> request.userPoolId(POOL).username("alice"))
                            .userAttributes())
                    .anySatisfy(attribute -> {
                        assertThat(attribute.name()).isEqualTo("identities");
                        assertThat(attribute.value())
                                .contains("\"userId\":\"s-1\"", "\"providerName\":\"Other\"", "\"primary\":\"false\"");
                    });
        }
    }

    private CognitoEmulator start() {
        return CognitoEmulator.builder()
                .clock(clock)
                .state(directory.resolve("state.json"))
                .start();
    }

    private static Map<String, Object> withTheSameId(Map<String, Object> claims, Map<String, Object> other) {
        Map<String, Object> same = new java.util.LinkedHashMap<>(claims);
        same.put("jti", other.get("jti"));
        return same;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> tokens(CognitoEmulator emulator, String form) throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/oauth2/token",
                form + "&client_id=" + CLIENT,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readValue(answer.body(), Map.class);
    }
}
