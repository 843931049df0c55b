package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** What tests in other languages, and people with {@code curl}, can do to a running emulator. */
class DevFrontTest extends UserPoolFixture {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURED = "eu-west-1_CognitoEE";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String OTHER_CLIENT = "demo0client0of0other0app00";

    @Test
    void theOverviewNamesEveryEndpointAndItsPurpose() throws Exception {
        JsonNode overview = get("/dev");

        assertThat(overview.get("what").textValue())
                .isEqualTo("The emulator of Cognito EE, for development and tests only. It protects nothing.");
        assertThat(overview.get("endpoints"))
                .extracting(endpoint -> endpoint.get("method").textValue() + " "
                        + endpoint.get("path").textValue())
                .containsExactly(
                        "GET /dev",
                        "GET /dev/tokens/{username}",
                        "GET /dev/machine-tokens/{client_id}",
                        "POST /dev/logins/google",
                        "POST /dev/logins/apple",
                        "POST /dev/logins/facebook",
                        "POST /dev/logins/amazon",
                        "POST /dev/logins/open-id-connect",
                        "GET /dev/outbox",
                        "POST /dev/outbox/clear",
                        "GET /dev/faults",
                        "POST /dev/faults/keys",
                        "POST /dev/faults/calls",
                        "POST /dev/faults/quotas",
                        "POST /dev/faults/clear",
                        "GET /dev/keys/{pool_id}",
                        "POST /dev/keys/{pool_id}/publish-next",
                        "POST /dev/keys/{pool_id}/sign-with-next",
                        "POST /dev/keys/{pool_id}/retire-old",
                        "POST /dev/keys/{pool_id}/rotate",
                        "POST /dev/keys/{pool_id}/cache-control",
                        "GET /dev/clock",
                        "POST /dev/clock/advance",
                        "POST /dev/clock/set",
                        "GET /dev/requests",
                        "POST /dev/reset");
        assertThat(overview.get("endpoints"))
                .allSatisfy(endpoint ->
                        assertThat(endpoint.get("purpose").textValue()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/outbox/clear",
        "/dev/faults/clear",
        "/dev/faults/keys?fault=no-keys",
        "/dev/logins/google?client_id=app&user_id=7",
        "/dev/keys/eu-west-1_CognitoEE/rotate",
        "/dev/clock/advance?by=PT1H",
        "/dev/reset"
    })
    void nothingChangesWithoutTheHeader(String path) throws Exception {
        Instant before = clock.instant();
        List<String> keys = emulator.keys(CONFIGURED).publishedIds();

        HttpResponse<String> answer = Http.postTo(emulator, path, "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"forbidden\",\"error_description\":\"a request that changes something needs the"
                        + " header X-Cognito-Dev, with any value\"}");
        assertThat(clock.instant()).isEqualTo(before);
        assertThat(emulator.keys(CONFIGURED).publishedIds()).isEqualTo(keys);
        assertThat(emulator.faults()).hasToString("Faults[keys of all=null, of pools={}, calls={}, quotas={}]");
    }

    @Test
    void aProxyMayNotChangeAnything() throws Exception {
        HttpResponse<String> answer =
                Http.postTo(emulator, "/dev/reset", "", "X-Cognito-Dev", "1", "X-Forwarded-For", "10.0.0.1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("error_description").textValue())
                .isEqualTo("the request was forwarded, it carries the header x-forwarded-for");
    }

    @ParameterizedTest
    @CsvSource({
        "Via, 1.1 proxy.example, 'the request was forwarded, it carries the header via'",
        "X-Real-IP, 10.0.0.1, 'the request was forwarded, it carries the header x-real-ip'",
        "Sec-Fetch-Site, cross-site, the request comes from a page of another site",
        "Sec-Fetch-Site, same-site, the request comes from a page of another site"
    })
    void neitherProxiesNorPagesOfOtherSitesSignAnybodyIn(String header, String value, String why) throws Exception {
        HttpResponse<String> answer = send("GET", "/dev/tokens/alice", header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("error_description").textValue()).isEqualTo(why);
    }

    @Test
    void whoTypesTheAddressIntoABrowserGetsTokens() throws Exception {
        assertThat(send("GET", "/dev/tokens/alice", "Sec-Fetch-Site", "none").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev", "/dev/faults", "/dev/keys/eu-west-1_CognitoEE", "/dev/clock", "/dev/nothing"})
    void aForeignHostNameIsRefusedWhateverIsAskedFor(String path) throws Exception {
        assertThat(Http.getWithHost(emulator, path, "evil.example"))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("the Host header must be 127.0.0.1, localhost or [::1]\"}");
    }

    @Test
    void aBrowserThatAsksForAForeignPageGetsNoLeave() throws Exception {
        HttpResponse<String> answer = send("OPTIONS", "/dev/reset", "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /dev/reset, /dev/reset is asked for by POST with the header X-Cognito-Dev",
        "GET, /dev/keys/eu-west-1_CognitoEE/rotate,"
                + " /dev/keys/eu-west-1_CognitoEE/rotate is asked for by POST with the header X-Cognito-Dev",
        "PUT, /dev/clock/set, /dev/clock/set is asked for by POST with the header X-Cognito-Dev",
        "POST, /dev/clock, /dev/clock is asked for by GET",
        "DELETE, /dev/outbox, /dev/outbox is asked for by GET"
    })
    void theWrongMethodIsToldTheRightOne(String method, String path, String description) throws Exception {
        HttpResponse<String> answer = send(method, path, "X-Cognito-Dev", "1");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(json(answer).get("error").textValue()).isEqualTo("method_not_allowed");
        assertThat(json(answer).get("error_description").textValue()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dev/everything | 404 | there is no /dev/everything, see GET /dev",
                "/dev/clock/advance | 400 | the parameter by is missing",
                "/dev/logins/google?client_id=app | 400 | the parameter user_id is missing",
                "/dev/logins/apple?client_id=%20&user_id=7 | 400 | client_id: found \" \", expected an id at the provider",
                "/dev/logins/twitter?client_id=app&user_id=7 | 404 | there is no /dev/logins/twitter, see GET /dev",
                "/dev/logins/open-id-connect?issuer=login.example&client_id=app&user_id=7 | 400"
                        + " | issuer: found \"login.example\", expected an address such as https://login.example.com/tenant",
                "/dev/clock/advance?by=2h | 400 | by: found \"2h\", expected an ISO 8601 duration such as PT90S",
                "/dev/clock/advance?by=PT1H&by=PT2H | 400 | the parameter by is given twice",
                "/dev/clock/advance?for=PT1H | 400 | unknown parameter for, expected one of by",
                "/dev/clock/advance?by=-P99999D | 400 | the clock cannot show that time",
                "/dev/clock/advance?by=PT9223372036854775807S | 400 | the clock cannot show that time",
                "/dev/clock/set?to=tomorrow | 400"
                        + " | to: found \"tomorrow\", expected a time such as 2030-01-01T00:00:00Z",
                "/dev/reset?really=yes | 400 | unknown parameter really, expected none",
                "/dev/faults/keys | 400 | the parameter fault is missing",
                "/dev/faults/keys?fault=status&status=200 | 400 | found status 200, expected 400 to 599",
                "/dev/faults/keys?fault=status&status=many | 400 | status: found \"many\", expected a number",
                "/dev/faults/quotas?operation=GetId | 400 | the parameter per_second is missing",
                "/dev/faults/quotas?operation=GetId&per_second=0 | 400"
                        + " | found 0 calls a second, expected one or more; for none, let calls fail",
                "/dev/faults/keys?fault=slow | 400 | the parameter delay is missing",
                "/dev/faults/keys?fault=no-keys&pool_id=none | 404 | the emulator has no such user pool: none",
                "/dev/keys/none/rotate | 404 | the emulator has no such user pool: none",
                "/dev/keys/eu-west-1_CognitoEE/sign-with-next | 409 | no next keys are published"
            })
    void wrongRequestsAreToldWhatIsWrong(String path, int status, String description) throws Exception {
        HttpResponse<String> answer = post(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("error_description").textValue()).isEqualTo(description);
    }

    @Test
    void parametersMayStandInAForm() throws Exception {
        Instant before = clock.instant();

        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/dev/clock/advance",
                "by=PT1M",
                "X-Cognito-Dev",
                "1",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(60));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator, "/dev/clock/advance", "{}", "X-Cognito-Dev", "1", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).get("error_description").textValue())
                .isEqualTo("parameters stand in the query, or in a body of the type application/x-www-form-urlencoded");
    }

    @Test
    void theClockIsShownAdvancedAndSet() throws Exception {
        Instant before = clock.instant();

        assertThat(get("/dev/clock").toString())
                .isEqualTo("{\"now\":\"" + before + "\",\"movable\":true,\"running\":false}");
        post("/dev/clock/advance?by=PT2H");
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(2)));
        post("/dev/clock/advance?by=-PT1H");
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1)));
        post("/dev/clock/set?to=" + before);
        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void withoutAClockOfItsOwnTheEmulatorsGoesOnAndCanBeMoved() throws Exception {
        try (CognitoEmulator other = CognitoEmulator.builder().start()) {
            String early = other.tokens().user("alice").accessToken();
            Http.postTo(other, "/dev/clock/advance?by=P1D", "", "X-Cognito-Dev", "1");

            assertThat(json(Http.get(other, "/dev/clock")).get("running").booleanValue())
                    .isTrue();
            assertThat(claims(other.tokens().user("alice").accessToken())
                            .get("iat")
                            .longValue())
                    .isGreaterThanOrEqualTo(claims(early).get("iat").longValue() + 86_400);

            Http.postTo(other, "/dev/reset", "", "X-Cognito-Dev", "1");

            assertThat(Instant.parse(
                            json(Http.get(other, "/dev/clock")).get("now").textValue()))
                    .isBefore(Instant.now().plusSeconds(1));
        }
    }

    @Test
    void aClockThatCannotBeMovedIsTold() throws Exception {
        try (CognitoEmulator other = CognitoEmulator.builder()
                .clock(java.time.Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .start()) {
            HttpResponse<String> answer = Http.postTo(other, "/dev/clock/advance?by=P1D", "", "X-Cognito-Dev", "1");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).get("error_description").textValue())
                    .isEqualTo("the emulator goes by a clock that cannot be moved");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fault=slow&delay=PT2S, slow(PT2S)",
        "fault=status&status=503, status(503)",
        "fault=truncated, truncated()",
        "fault=huge&bytes=1000000, huge(1000000)",
        "fault=trickling&interval=PT1S, trickling(PT1S)",
        "fault=wrong-content, wrongContent()",
        "fault=not-a-key-set, notAKeySet()",
        "fault=no-keys, noKeys()",
        "fault=connection-closed, connectionClosed()"
    })
    void everyFaultCanBeSetAndCleared(String parameters, String fault) throws Exception {
        post("/dev/faults/keys?" + parameters);
        assertThat(emulator.faults())
                .hasToString("Faults[keys of all=" + fault + ", of pools={}, calls={}, quotas={}]");

        post("/dev/faults/clear");
        assertThat(emulator.faults()).hasToString("Faults[keys of all=null, of pools={}, calls={}, quotas={}]");
    }

    @Test
    void aFaultOfOnePoolIsSetAndClearedAlone() throws Exception {
        post("/dev/faults/keys?fault=status&status=503");
        JsonNode both = json(post("/dev/faults/keys?fault=no-keys&pool_id=" + pool));

        assertThat(both.at("/keys/" + pool).textValue()).isEqualTo("noKeys()");
        assertThat(both.at("/keys/" + CONFIGURED).textValue()).isEqualTo("status(503)");
        JsonNode one = json(post("/dev/faults/clear?pool_id=" + pool));
        assertThat(one.at("/keys/" + pool).textValue()).isEqualTo("status(503)");
        post("/dev/faults/clear");
        assertThat(get("/dev/faults").at("/keys/" + pool).textValue()).isEqualTo("none");
    }

    @Test
    void keysAreRotatedStepByStep() throws Exception {
        JsonNode first = get("/dev/keys/" + pool);
        assertThat(first.get("published")).hasSize(2).isEqualTo(first.get("signing"));

        JsonNode announced = json(post("/dev/keys/" + pool + "/publish-next"));
        assertThat(announced.get("published")).hasSize(4);
        assertThat(announced.get("signing")).isEqualTo(first.get("signing"));

        JsonNode changed = json(post("/dev/keys/" + pool + "/sign-with-next"));
        assertThat(changed.get("published")).isEqualTo(announced.get("published"));
        assertThat(changed.get("signing")).isNotEqualTo(first.get("signing"));

        JsonNode retired = json(post("/dev/keys/" + pool + "/retire-old"));
        assertThat(retired.get("published")).hasSize(2).isEqualTo(changed.get("signing"));

        JsonNode rotated = json(post("/dev/keys/" + pool + "/rotate"));
        assertThat(rotated.get("published")).hasSize(4);
        assertThat(emulator.keys(pool).publishedIds()).hasSize(4);
    }

    @Test
    void theCacheControlOfAKeySetCanBeNonsenseOrNone() throws Exception {
        String keySet = "/" + pool + "/.well-known/jwks.json";

        post("/dev/keys/" + pool + "/cache-control?value=max-age%3Dsoon");
        assertThat(Http.get(emulator, keySet).headers().firstValue("Cache-Control"))
                .hasValue("max-age=soon");
        post("/dev/keys/" + pool + "/cache-control?value=");
        assertThat(Http.get(emulator, keySet).headers().firstValue("Cache-Control"))
                .isEmpty();
        assertThat(post("/dev/keys/" + pool + "/cache-control?value=a%0d%0aX:b").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tokensHaveTheScopesThatWereAskedFor() throws Exception {
        JsonNode tokens = get("/dev/tokens/alice?client_id=" + OTHER_CLIENT + "&scope=openid%20orders/read");

        JsonNode access = claims(tokens.get("access_token").textValue());
        assertThat(access.get("scope").textValue()).isEqualTo("openid orders/read");
        assertThat(access.get("client_id").textValue()).isEqualTo(OTHER_CLIENT);
        assertThat(claims(tokens.get("id_token").textValue()).get("origin_jti")).isEqualTo(access.get("origin_jti"));
    }

    @Test
    void theRefreshTokenIsAsGoodAsThatOfASignIn() throws Exception {
        JsonNode tokens = get("/dev/tokens/alice?client_id=" + CLIENT);
        String refreshToken = tokens.get("refresh_token").textValue();

        String refreshed = anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .clientId(CLIENT)
                        .authParameters(Map.of("REFRESH_TOKEN", refreshToken)))
                .authenticationResult()
                .accessToken();

        assertThat(claims(refreshed).get("origin_jti"))
                .isEqualTo(claims(tokens.get("access_token").textValue()).get("origin_jti"));
    }

    @Test
    void machinesGetAnAccessTokenAlone() throws Exception {
        JsonNode tokens = get("/dev/machine-tokens/" + CLIENT + "?scope=orders/write");

        JsonNode access = claims(tokens.get("access_token").textValue());
        assertThat(tokens).hasSize(1);
        assertThat(access.get("sub").textValue()).isEqualTo(CLIENT);
        assertThat(access.get("scope").textValue()).isEqualTo("orders/write");
        assertThat(access.has("username")).isFalse();
        assertThat(Http.get(emulator, "/dev/machine-tokens/none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "a%20%20b", "a%0ab", "%22"})
    void scopesThatCannotBeAreRefused(String scope) throws Exception {
        assertThat(Http.get(emulator, "/dev/tokens/alice?scope=" + scope).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOutboxCanBeCleared() throws Exception {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username("bob")
                .desiredDeliveryMediumsWithStrings("EMAIL")
                .userAttributes(Attributes.of("email", "bob@example.com")));
        assertThat(get("/dev/outbox")).hasSize(1);

        assertThat(post("/dev/outbox/clear").body()).isEqualTo("[]");

        assertThat(emulator.outbox().messages()).isEmpty();
    }

    @Test
    void requestsAreCountedByWhatTheyAreAbout() throws Exception {
        emulator.requests().reset();
        get("/dev/clock");
        post("/dev/clock/advance?by=PT0S");
        get("/dev");
        post("/dev/everything");

        assertThat(get("/dev/requests").toString())
                .isEqualTo("{\"dev\":1,\"dev/clock\":2,\"dev/requests\":1,\"other\":1}");
    }

    @Test
    void resetPutsBackTheConfiguration() throws Exception {
        admin.adminDeleteUser(request -> request.userPoolId(CONFIGURED).username("alice"));

        assertThat(post("/dev/reset").statusCode()).isEqualTo(200);

        assertThat(Http.get(emulator, "/dev/tokens/alice").statusCode()).isEqualTo(200);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = Http.get(emulator, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return Http.postTo(emulator, path, "", "X-Cognito-Dev", "1");
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .method(method, BodyPublishers.noBody())
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
