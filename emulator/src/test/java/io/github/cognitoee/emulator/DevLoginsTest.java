package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** Logins at Google and its like over HTTP, and the keys that they are verified by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevLoginsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTNER = "login.partner.example/oidc";

    private LoginProvidersWorld world;

    @BeforeAll
    void start() {
        world = new LoginProvidersWorld();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "google, app-at-google, accounts.google.com",
        "apple, com.example.app, appleid.apple.com",
        "facebook, app-at-facebook, graph.facebook.com",
        "amazon, app-at-amazon, www.amazon.com",
        "open-id-connect?issuer=https://login.partner.example/oidc, web, login.partner.example/oidc"
    })
    void aLoginLeadsToTheIdentityOfItsUser(String at, String clientId, String provider) throws Exception {
        JsonNode first = login(at, clientId, "1");
        JsonNode again = login(at, clientId, "1");
        JsonNode other = login(at, clientId, "2");

        assertThat(first.get("provider").textValue()).isEqualTo(provider);
        assertThat(identityOf(again)).isEqualTo(identityOf(first)).isNotEqualTo(identityOf(other));
    }

    @Test
    void aLoginForAnotherApplicationIsNotTaken() throws Exception {
        JsonNode login = login("google", "another-app", "1");

        assertThatThrownBy(() -> identityOf(login)).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void anApplicationThatIsNamedIsOneMoreOfTheProvider() throws Exception {
        login("open-id-connect?issuer=https://" + PARTNER, "desk", "1");

        assertThat(world.providers.known().issuer(PARTNER).clientIds()).containsExactly("web", "mobile", "desk");
    }

    @ParameterizedTest
    @CsvSource({
        "google, accounts.google.com",
        "apple, appleid.apple.com",
        "open-id-connect?issuer=https://login.partner.example/oidc, login.partner.example/oidc",
        "open-id-connect?issuer=https://login.desk.example, login.desk.example",
        "open-id-connect?issuer=https://tenant.eu.auth0.com/, tenant.eu.auth0.com",
        "open-id-connect?issuer=https://login.desk.example/~tenant/, login.desk.example/~tenant"
    })
    void discoveryLeadsToTheKeysThatVerifyALogin(String at, String provider) throws Exception {
        SignedJWT token = SignedJWT.parse(login(at, "web", "1").get("token").textValue());
        JsonNode discovery = json(get("/login-providers/" + provider + "/.well-known/openid-configuration"));
        String keySet = discovery.get("jwks_uri").textValue();

        JWKSet keys = JWKSet.parse(
                get(keySet.substring(world.pools.emulator.endpoint().toString().length()))
                        .body());

        assertThat(discovery.get("issuer").textValue())
                .isEqualTo(token.getJWTClaimsSet().getIssuer());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"graph.facebook.com", "login.nobody.example", "arn:aws:iam::123456789012:saml-provider/Staff"})
    void whoIssuesNoIdTokensPublishesNoKeys(String provider) throws Exception {
        HttpResponse<String> answer = get("/login-providers/" + provider + "/.well-known/jwks.json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Login provider " + provider + " does not exist.");
    }

    private JsonNode login(String at, String clientId, String userId) throws Exception {
        HttpResponse<String> answer = Http.postTo(
                world.pools.emulator,
                "/dev/logins/" + at + (at.contains("?") ? "&" : "?") + "client_id=" + clientId + "&user_id=" + userId,
                "",
                "X-Cognito-Dev",
                "1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String identityOf(JsonNode login) {
        return world.pools.getId(
                POOL,
                Map.of(login.get("provider").textValue(), login.get("token").textValue()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Http.get(world.pools.emulator, path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
