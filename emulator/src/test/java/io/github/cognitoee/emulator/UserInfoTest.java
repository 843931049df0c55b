package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** What an access token opens, and its end. */
class UserInfoTest extends LoginFixture {

    private static final String TOO_BAD =
            "Access token is expired, disabled, or deleted, or the user has globally signed out.";

    @Test
    void theAttributesAreTexts() throws Exception {
        HttpResponse<String> answer = userInfo(accessToken("&scope=openid"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValue("no-cache, no-store, max-age=0, must-revalidate");
        JsonNode info = json(answer);
        assertThat(info.get("email_verified").textValue()).isEqualTo("true");
        assertThat(info.get("name").textValue()).isEqualTo("Alice");
        assertThat(info.get("username").textValue()).isEqualTo("alice");
        assertThat(info.get("sub").textValue()).isNotEmpty();
    }

    @Test
    void scopesNarrowThem() throws Exception {
        assertThat(json(userInfo(accessToken("&scope=openid+email"))).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("sub", "email", "email_verified", "username");
    }

    @Test
    void postingIsAsGood() throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator, "/oauth2/userInfo", "", "Authorization", "Bearer " + accessToken("&scope=openid"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/revoke", "/oauth2/userInfo"})
    void pagesOfApplicationsMayAsk(String path) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create(emulator.domain() + path))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Access-Control-Request-Headers", "authorization")
                .build();

        HttpResponse<Void> answer = HttpClient.newHttpClient().send(question, BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).hasValue("authorization, content-type");
    }

    @Test
    void withoutATokenTheRequestIsBad() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/oauth2/userInfo");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("error=\"invalid_request\", error_description=\"Bad OAuth2 request at UserInfo Endpoint\"");
    }

    @Test
    void tokensThatAreNotGoodAreRefused() throws Exception {
        String expired = accessToken("&scope=openid");
        clock.advance(Duration.ofHours(1));
        assertRefused(userInfo(expired));
        assertRefused(userInfo("none"));
        assertRefused(userInfo(signIn("alice").accessToken()));
        JsonNode tokens = json(exchange(code(""), ""));
        assertRefused(userInfo(tokens.get("id_token").textValue()));
        admin.adminUserGlobalSignOut(request -> request.userPoolId(pool).username("alice"));
        assertRefused(userInfo(tokens.get("access_token").textValue()));
    }

    @Test
    void revokingTheRefreshTokenEndsAllThatCameOfIt() throws Exception {
        JsonNode tokens = json(exchange(code(""), ""));

        HttpResponse<String> answer = revoke(
                "client_id=" + client + "&token=" + tokens.get("refresh_token").textValue());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertRefused(userInfo(tokens.get("access_token").textValue()));
        assertThat(token("grant_type=refresh_token&client_id=" + client + "&refresh_token="
                                + tokens.get("refresh_token").textValue())
                        .body())
                .isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(userInfo(json(exchange(browser.open(authorize("")).returned("code"), ""))
                                .get("access_token")
                                .textValue())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoTokenIsAsGoodAsRevoked() throws Exception {
        assertThat(revoke("client_id=" + client + "&token=none").statusCode()).isEqualTo(200);
    }

    @Test
    void badRevocationsAreRefused() throws Exception {
        JsonNode tokens = json(exchange(code(""), ""));
        String refreshToken = tokens.get("refresh_token").textValue();
        UserPoolClientType confidential = newWebClient(request -> request.generateSecret(true));
        String unrevoked =
                newWebClient(request -> request.enableTokenRevocation(false)).clientId();

        assertError(400, "invalid_request", revoke("client_id=" + client));
        assertError(
                400,
                "unsupported_token_type",
                revoke("client_id=" + client + "&token="
                        + tokens.get("access_token").textValue()));
        assertError(401, "invalid_client", revoke("client_id=" + confidential.clientId() + "&token=x"));
        assertError(
                400,
                "unauthorized_client",
                revoke("client_id=" + confidential.clientId() + "&client_secret=" + confidential.clientSecret()
                        + "&token=" + refreshToken));
        assertError(400, "invalid_request", revoke("client_id=" + unrevoked + "&token=x"));
    }

    private String accessToken(String more) throws Exception {
        browser = new Browser(emulator);
        return json(exchange(code(more), "")).get("access_token").textValue();
    }

    private HttpResponse<String> userInfo(String token) throws Exception {
        return Http.get(emulator, "/oauth2/userInfo", "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> revoke(String form) throws Exception {
        return Http.postTo(emulator, "/oauth2/revoke", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static void assertRefused(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("error=\"invalid_token\", error_description=\"" + TOO_BAD + "\"");
        assertThat(json(answer).get("error").textValue()).isEqualTo("invalid_token");
    }

    private static void assertError(int status, String error, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }
}
