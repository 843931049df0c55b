package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application may wish of a sign-in, besides tokens. */
class AuthorizeWishesTest extends LoginFixture {

    @Test
    void nobodyIsAskedWhereTheApplicationWantsSilence() throws Exception {
        assertThat(browser.open(authorize("&prompt=none&state=s")).location())
                .isEqualTo(CALLBACK + "?error=login_required&state=s");
        signInAt("");

        assertThat(browser.open(authorize("&prompt=none&state=s")).location()).startsWith(CALLBACK + "?code=");
    }

    @Test
    void whoIsSignedInIsAskedAllTheSameWhereTheApplicationWantsIt() throws Exception {
        signInAt("");
        clock.advance(Duration.ofMinutes(1));

        browser.open(authorize("&prompt=login"));

        assertThat(browser.page().select("h1").text()).isEqualTo("Sign in");
        assertThat(browser.page().select("form")).hasSize(1);
        Map<String, Object> claims = idClaims(
                browser.submit("username", "alice", "password", PASSWORD).returned("code"));
        assertThat(claims).containsEntry("auth_time", (int) clock.instant().getEpochSecond());
    }

    @Test
    void theAccountCanBeChosen() throws Exception {
        newUser("bob");
        signInAt("");

        assertThat(browser.open(authorize("&prompt=select_account"))
                        .page()
                        .select("#continue button")
                        .text())
                .isEqualTo("Continue as alice");
        assertThat(idClaims(browser.submitForm("#continue").returned("code")))
                .containsEntry("cognito:username", "alice");
        browser.open(authorize("&prompt=select_account"))
                .submitForm("#sign-in", "username", "bob", "password", PASSWORD);
        assertThat(idClaims(browser.returned("code"))).containsEntry("cognito:username", "bob");
    }

    @Test
    void anAccountThatIsNotOfferedCannotBeChosen() throws Exception {
        signInAt("");
        browser.open(authorize("&prompt=login"));
        Map<String, String> fields = Map.of(
                "account", "continue",
                "_csrf", browser.page().select("[name=_csrf]").val(),
                "step", browser.page().select("[name=step]").val());

        assertThat(browser.post(browser.page().selectFirst("form").attr("action"), fields)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSignInMayBeTooOld() throws Exception {
        signInAt("");
        clock.advance(Duration.ofSeconds(60));

        assertThat(browser.open(authorize("&max_age=60")).location()).startsWith(CALLBACK + "?code=");
        assertThat(browser.open(authorize("&max_age=59")).page().select("h1").text())
                .isEqualTo("Sign in");
        assertThat(browser.open(authorize("&max_age=59&prompt=none")).location())
                .isEqualTo(CALLBACK + "?error=login_required");
    }

    @Test
    void aSignInMayNotBeSureEnough() throws Exception {
        signInAt("");

        assertThat(browser.open(authorize("&acr_values=urn:cognito:loa:1+urn:cognito:loa:4"))
                        .location())
                .startsWith(CALLBACK + "?code=");
        assertThat(browser.open(authorize("&acr_values=urn:cognito:loa:3"))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Sign in");
        assertThat(browser.open(authorize("&acr_values=urn:of:others")).location())
                .startsWith(CALLBACK + "?code=");
    }

    @Test
    void tokensTellHowTheUserSignedIn() throws Exception {
        JsonNode tokens = json(exchange(code(""), ""));

        for (String name : List.of("id_token", "access_token")) {
            assertThat(TokenText.claimsOf(tokens.get(name).textValue()))
                    .containsEntry("acr", "urn:cognito:loa:1")
                    .containsEntry("amr", List.of("pwd"));
        }
    }

    @Test
    void theUserNameMayBeFilledIn() throws Exception {
        assertThat(browser.open(authorize("&login_hint=alice%22%3E"))
                        .page()
                        .selectFirst("#username")
                        .val())
                .isEqualTo("alice\">");
    }

    @Test
    void anAccessTokenMayBeForAnotherApi() throws Exception {
        JsonNode tokens = json(exchange(code("&resource=" + encoded("https://api.example/orders")), ""));

        assertThat(TokenText.claimsOf(tokens.get("access_token").textValue()))
                .containsEntry("aud", "https://api.example/orders")
                .containsEntry("client_id", client);
        HttpResponse<String> refreshed = token("grant_type=refresh_token&client_id=" + client + "&refresh_token="
                + tokens.get("refresh_token").textValue());
        assertThat(TokenText.claimsOf(json(refreshed).get("access_token").textValue()))
                .containsEntry("aud", "https://api.example/orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&prompt=none+login",
                "&prompt=maybe",
                "&max_age=-1",
                "&max_age=soon",
                "&resource=orders",
                "&resource=http://api.example/",
                "&resource=https://a.example&resource=https://b.example"
            })
    void impossibleWishesAreRefused(String wish) throws Exception {
        assertThat(browser.open(authorize(wish)).location()).isEqualTo(CALLBACK + "?error=invalid_request");
    }

    @Test
    void aClientThatMayNotReadAllOfAScopeGetsNoTokens() throws Exception {
        client = newWebClient(request -> request.readAttributes("email")).clientId();

        HttpResponse<String> refused = exchange(code("&scope=openid+email"), "");
        HttpResponse<String> given =
                exchange(browser.open(authorize("&scope=openid")).returned("code"), "");

        assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(TokenText.claimsOf(json(given).get("id_token").textValue()))
                .containsEntry("email", "alice@example.com")
                .doesNotContainKeys("email_verified", "name");
    }

    private Map<String, Object> idClaims(String code) throws Exception {
        return TokenText.claimsOf(json(exchange(code, "")).get("id_token").textValue());
    }
}
