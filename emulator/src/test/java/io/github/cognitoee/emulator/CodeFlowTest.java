package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** From the application to the page, back with a code, and the exchange of the code. */
class CodeFlowTest extends LoginFixture {

    private static final String PKCE = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;

    @Test
    void aSignInGivesACodeAndTheCodeGivesTokens() throws Exception {
        signInAt("&scope=openid+email&nonce=n-1&state=a%26b+c" + PKCE);

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
        assertThat(browser.returned("state")).isEqualTo("a&b c");
        HttpResponse<String> answer = exchange(browser.returned("code"), "&code_verifier=" + VERIFIER);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode tokens = json(answer);
        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactly("id_token", "access_token", "refresh_token", "expires_in", "token_type");
        assertThat(tokens.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(tokens.get("expires_in").intValue()).isEqualTo(3600);
        Map<String, Object> claims = TokenText.claimsOf(tokens.get("id_token").textValue());
        assertThat(claims)
                .containsEntry("nonce", "n-1")
                .containsEntry("aud", client)
                .containsEntry("token_use", "id")
                .containsEntry("cognito:username", "alice")
                .containsEntry("email", "alice@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("at_hash", atHash(tokens.get("access_token").textValue()))
                .containsKeys("auth_time", "origin_jti", "jti", "sub")
                .doesNotContainKeys("name", "scope", "client_id");
        assertThat(TokenText.claimsOf(tokens.get("access_token").textValue()))
                .containsEntry("scope", "openid email")
                .containsEntry("client_id", client)
                .containsEntry("username", "alice")
                .doesNotContainKey("aud");
    }

    @Test
    void openidAloneShowsAllThatTheClientMayRead() throws Exception {
        assertThat(idClaims("&scope=openid"))
                .containsEntry("email", "alice@example.com")
                .containsEntry("name", "Alice");
        assertThat(idClaims("&scope=openid+profile")).doesNotContainKey("email").containsEntry("name", "Alice");
    }

    @Test
    void withoutScopesTheClientsOwnAreGiven() throws Exception {
        JsonNode tokens = json(exchange(code(""), ""));

        assertThat(TokenText.claimsOf(tokens.get("access_token").textValue()))
                .containsEntry("scope", "openid email profile");
    }

    @Test
    void withoutOpenidThereIsNoIdToken() throws Exception {
        client = newWebClient(request -> request.allowedOAuthScopes("aws.cognito.signin.user.admin"))
                .clientId();

        JsonNode tokens = json(exchange(code(""), ""));

        assertThat(tokens.has("id_token")).isFalse();
        assertThat(anyone.getUser(request ->
                                request.accessToken(tokens.get("access_token").textValue()))
                        .username())
                .isEqualTo("alice");
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        String code = code("");

        assertThat(exchange(code, "").statusCode()).isEqualTo(200);
        assertError("invalid_grant", exchange(code, ""));
    }

    @Test
    void aCodeIsGoodForFiveMinutes() throws Exception {
        String first = code("");
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(exchange(first, "").statusCode()).isEqualTo(200);

        String second = browser.open(authorize("")).returned("code");
        clock.advance(Duration.ofMinutes(5));
        assertError("invalid_grant", exchange(second, ""));
    }

    @Test
    void aFailedExchangeUsesTheCodeUp() throws Exception {
        String code = code(PKCE);

        assertError("invalid_request", exchange(code, ""));
        assertError("invalid_grant", exchange(code, "&code_verifier=" + VERIFIER));
    }

    @Test
    void aCodeIsBoundToItsVerifier() throws Exception {
        assertError("invalid_grant", exchange(code(PKCE), "&code_verifier=" + VERIFIER.replace('d', 'e')));
        assertError(
                "invalid_request",
                exchange(browser.open(authorize("")).returned("code"), "&code_verifier=" + VERIFIER));
    }

    @Test
    void aCodeIsBoundToItsClient() throws Exception {
        String code = code("");
        client = newWebClient(request -> {}).clientId();

        assertError("invalid_grant", exchange(code, ""));
    }

    @Test
    void aCodeIsBoundToItsAddress() throws Exception {
        HttpResponse<String> answer = token("grant_type=authorization_code&client_id=" + client + "&code=" + code("")
                + "&redirect_uri=" + encoded(CALLBACK + "/"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer))
                .isEqualTo(json("{'error':'unauthorized_client','error_description':'invalid_redirect'}"));
    }

    @Test
    void aConfidentialClientProvesItself() throws Exception {
        UserPoolClientType confidential = newWebClient(request -> request.generateSecret(true));
        client = confidential.clientId();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((client + ":" + confidential.clientSecret()).getBytes(StandardCharsets.UTF_8));

        assertError("invalid_client", exchange(code(""), ""));
        assertThat(exchange(
                                browser.open(authorize("")).returned("code"),
                                "&client_secret=" + confidential.clientSecret())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> byHeader = token(
                "grant_type=authorization_code&code="
                        + browser.open(authorize("")).returned("code") + "&redirect_uri=" + encoded(CALLBACK),
                "Authorization",
                basic);
        assertThat(byHeader.statusCode()).isEqualTo(200);
    }

    @Test
    void aDisabledUserGetsNothingForTheCode() throws Exception {
        String code = code("");
        admin.adminDisableUser(request -> request.userPoolId(pool).username("alice"));

        assertError("invalid_grant", exchange(code, ""));
    }

    @Test
    void refreshKeepsTheTimeAndTheScopesOfTheSignIn() throws Exception {
        JsonNode first = json(exchange(code("&scope=openid&nonce=n"), ""));
        clock.advance(Duration.ofMinutes(10));

        JsonNode second = json(refresh(first.get("refresh_token").textValue()));

        assertThat(second.fieldNames())
                .toIterable()
                .containsExactly("id_token", "access_token", "expires_in", "token_type");
        Map<String, Object> before = TokenText.claimsOf(first.get("id_token").textValue());
        assertThat(TokenText.claimsOf(second.get("id_token").textValue()))
                .containsEntry("auth_time", before.get("auth_time"))
                .containsEntry("origin_jti", before.get("origin_jti"))
                .doesNotContainKey("nonce");
        assertThat(TokenText.claimsOf(second.get("access_token").textValue())).containsEntry("scope", "openid");
    }

    @Test
    void aRotatingClientGetsANewRefreshTokenForEachOld() throws Exception {
        client = newWebClient(request -> request.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(rotation -> rotation.feature("ENABLED")))
                .clientId();
        String first = json(exchange(code(""), "")).get("refresh_token").textValue();

        String second = json(refresh(first)).get("refresh_token").textValue();

        assertThat(second).isNotEqualTo(first);
        assertError("invalid_grant", refresh(first));
        assertThat(refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshTokensOfOperationsAreTakenToo() throws Exception {
        JsonNode tokens = json(refresh(signIn("alice").refreshToken()));

        assertThat(TokenText.claimsOf(tokens.get("access_token").textValue()))
                .containsEntry("scope", "aws.cognito.signin.user.admin");
        assertThat(tokens.has("id_token")).isTrue();
        assertError("invalid_grant", refresh("none"));
    }

    @Test
    void theImplicitGrantBringsTokensBehindTheAddress() throws Exception {
        client = newWebClient(request -> request.allowedOAuthFlows(OAuthFlowType.IMPLICIT))
                .clientId();

        browser.open(authorize("&state=s&scope=openid").replace("response_type=code", "response_type=token"))
                .submit("username", "alice", "password", PASSWORD);

        assertThat(browser.location()).startsWith(CALLBACK + "#id_token=");
        assertThat(Browser.parameters(browser.location()).keySet())
                .containsExactly("id_token", "access_token", "expires_in", "token_type", "state");
        assertThat(browser.returned("token_type")).isEqualTo("bearer");
    }

    @Test
    void anAddressWithAQueryKeepsIt() throws Exception {
        browser.open("/oauth2/authorize?response_type=code&client_id=" + client + "&redirect_uri="
                        + encoded("myapp://back?from=cognito"))
                .submit("username", "alice", "password", PASSWORD);

        assertThat(browser.location()).startsWith("myapp://back?from=cognito&code=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            invalid_request     | response_type=code | response_type=
            invalid_request     | response_type=code | response_type=id_token
            unauthorized_client | response_type=code | response_type=token
            invalid_request     | response_type=code | response_type=code&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
            invalid_request     | response_type=code | response_type=code&code_challenge=x&code_challenge_method=S256
            invalid_request     | response_type=code | response_type=code&code_challenge_method=S256
            invalid_request     | response_type=code | response_type=code&code_challenge=abc&code_challenge_method=plain
            invalid_request     | response_type=code | response_type=code&nonce=1&nonce=2
            invalid_scope       | response_type=code | response_type=code&scope=openid+phone
            invalid_scope       | response_type=code | response_type=code&scope=email
            """)
    void theApplicationIsToldOfABadRequest(String error, String part, String replacement) throws Exception {
        browser.open(authorize("&state=s").replace(part, replacement));

        String separator = replacement.contains("=token") ? "#" : "?";
        assertThat(browser.location()).isEqualTo(CALLBACK + separator + "error=" + error + "&state=s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/authorize?response_type=code&client_id=none&redirect_uri=https://app.example/callback",
                "/oauth2/authorize?response_type=code&client_id={client}",
                "/oauth2/authorize?response_type=code&client_id={client}&redirect_uri=https://app.example/callback/",
                "/oauth2/authorize?response_type=code&client_id={client}&redirect_uri=https://evil.example/",
                "/oauth2/authorize?response_type=code&client_id={client}&redirect_uri=https://app.example/callback"
                        + "&redirect_uri=https://evil.example/"
            })
    void nobodyIsSentToAnAddressThatIsNotTheClients(String path) throws Exception {
        browser.open(path.replace("{client}", client));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.answer().headers().firstValue("Location")).isEmpty();
        assertThat(browser.page().select("[role=alert]").text()).isNotEmpty();
    }

    @Test
    void theDefaultAddressNeedNotBeNamed() throws Exception {
        client = newWebClient(request -> request.defaultRedirectURI(CALLBACK)).clientId();

        browser.open("/oauth2/authorize?response_type=code&client_id=" + client)
                .submit("username", "alice", "password", PASSWORD);

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void whatIsNotInEffectHasNoPages() throws Exception {
        client = newWebClient(request -> request.allowedOAuthFlowsUserPoolClient(false))
                .clientId();

        browser.open(authorize(""));

        assertThat(browser.location()).isEqualTo(CALLBACK + "?error=unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example/", "/callback", "https://app.example/#x", "javascript:alert(1)"})
    void addressesThatAreNotSafeAreNotRegistered(String address) {
        assertRefused(
                InvalidParameterException.class,
                "cannot use the HTTP protocol, a fragment or a relative address in a redirect uri: " + address,
                () -> newWebClient(request -> request.callbackURLs(address)));
    }

    private Map<String, Object> idClaims(String more) throws Exception {
        browser = new Browser(emulator);
        return TokenText.claimsOf(json(exchange(code(more), "")).get("id_token").textValue());
    }

    private HttpResponse<String> refresh(String refreshToken) throws Exception {
        return token("grant_type=refresh_token&client_id=" + client + "&refresh_token=" + refreshToken);
    }

    private static String atHash(String accessToken) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    private static void assertError(String error, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    private static JsonNode json(String text) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
