package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpFrontTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POOL = "/eu-west-1_CognitoEE";
    private static final String KEYS = POOL + "/.well-known/jwks.json";

    private CognitoEmulator emulator;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder().start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @AfterEach
    void resetState() {
        emulator.requests().reset();
    }

    @Test
    void theDiscoveryDocumentNamesIssuerKeySetAndEndpoints() throws Exception {
        JsonNode document = json(Http.get(emulator, POOL + "/.well-known/openid-configuration"));

        assertThat(document.get("issuer").textValue())
                .isEqualTo("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE");
        assertThat(document.get("jwks_uri").textValue()).isEqualTo(emulator.endpoint() + KEYS);
        assertThat(document.get("token_endpoint").textValue()).isEqualTo(emulator.domain() + "/oauth2/token");
        assertThat(document.get("authorization_endpoint").textValue())
                .isEqualTo(emulator.domain() + "/oauth2/authorize");
        assertThat(document.get("end_session_endpoint").textValue()).isEqualTo(emulator.domain() + "/logout");
    }

    @Test
    void theDomainIsAnotherHostThanTheApis() {
        assertThat(emulator.endpoint()).hasHost("127.0.0.1");
        assertThat(emulator.domain())
                .hasHost("localhost")
                .hasPort(emulator.endpoint().getPort());
    }

    @Test
    void withAReachableIssuerTheDocumentsAreFoundFromTheTokenAlone() throws Exception {
        try (CognitoEmulator reachable =
                CognitoEmulator.builder().issuer(Issuer.REACHABLE).start()) {
            String issuer = reachable.endpoint() + POOL;

            String payload = reachable.tokens().user("alice").accessToken().split("\\.")[1];
            assertThat(JSON.readTree(Base64.getUrlDecoder().decode(payload))
                            .get("iss")
                            .textValue())
                    .isEqualTo(issuer);
            assertThat(json(Http.get(reachable, POOL + "/.well-known/openid-configuration"))
                            .get("issuer")
                            .textValue())
                    .isEqualTo(issuer);
        }
    }

    @Test
    void anUnknownPoolIsToldByName() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/eu-west-1_None/.well-known/jwks.json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\",\"message\":\"User pool eu-west-1_None does not"
                        + " exist.\"}");
    }

    @Test
    void refusalsHaveTheFormOfCognito() throws Exception {
        HttpResponse<String> answer = call("GetId", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("ValidationException:");
        assertThat(answer.headers().firstValue("x-amzn-errormessage"))
                .hasValue(json(answer).get("message").textValue());
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(json(answer).get("__type").textValue()).isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"IdentityPoolId\":1}",
                "{\"Logins\":[],\"IdentityPoolId\":\"eu-west-1:c0911170-ee00-4000-8000-000000000001\"}"
            })
    void bodiesThatAreNoInputAreRefused(String body) throws Exception {
        HttpResponse<String> answer = call("GetId", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("__type").textValue()).isEqualTo("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AWSCognitoIdentityService.TagResource", "AWSCognitoIdentityProviderService.GetId", "GetId", ""})
    void unknownOperationsAreRefusedByName(String target) throws Exception {
        HttpResponse<String> answer = Http.post(emulator, "{}", "X-Amz-Target", target);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("__type").textValue()).isEqualTo("UnknownOperationException");
        assertThat(json(answer).get("message").textValue())
                .isEqualTo("The emulator does not know the operation " + target);
        assertThat(emulator.requests().all()).isEqualTo(Map.of("other", 1L));
    }

    @Test
    void unknownActionsOfStsAreRefusedByName() throws Exception {
        HttpResponse<String> answer = form("Action=AssumeRole&Version=2011-06-15");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<Code>InvalidAction</Code>", "The emulator does not know the operation AssumeRole");
    }

    @Test
    void anUnsignedCallerHasNoIdentity() throws Exception {
        HttpResponse<String> answer = form("Action=GetCallerIdentity&Version=2011-06-15");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void xmlCannotBeInjectedThroughTheNameOfAnAction() throws Exception {
        assertThat(form("Action=%3C/Message%3E%25s%26").body()).contains("&lt;/Message&gt;%s&amp;</Message>");
    }

    @Test
    void aPostThatNamesNoOperationIsRefused() throws Exception {
        assertThat(json(Http.post(emulator, "{}")).get("message").textValue())
                .isEqualTo("Neither a header X-Amz-Target nor a form parameter Action.");
    }

    @Test
    void largeBodiesAreRefused() throws Exception {
        assertThat(call("GetId", "\"" + "a".repeat(300_000) + "\"").statusCode())
                .isEqualTo(413);
    }

    @Test
    void developmentTokensComeWithoutAPassword() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/dev/tokens/alice");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).fieldNames()).toIterable().containsExactly("access_token", "id_token", "refresh_token");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Cognito-Emulator")).hasValue("for development and tests only");
    }

    @Test
    void developmentTokensAreForTheClientThatWasAskedFor() throws Exception {
        String client = "demo0client0of0other0app00";

        String token = json(Http.get(emulator, "/dev/tokens/alice?client_id=" + client))
                .get("access_token")
                .textValue();

        assertThat(JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                        .get("client_id")
                        .textValue())
                .isEqualTo(client);
    }

    @Test
    void developmentTokensOfUnknownUsersAndClientsAreNotFound() throws Exception {
        HttpResponse<String> user = Http.get(emulator, "/dev/tokens/nobody");
        HttpResponse<String> client = Http.get(emulator, "/dev/tokens/alice?client_id=none");

        assertThat(user.statusCode()).isEqualTo(404);
        assertThat(json(user).get("error_description").textValue()).isEqualTo("the emulator has no such user: nobody");
        assertThat(client.statusCode()).isEqualTo(404);
        assertThat(json(client).get("error_description").textValue())
                .isEqualTo("the emulator has no such client: none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "localhost:8080", "LOCALHOST", "[::1]:80"})
    void developmentTokensAreForThisMachine(String host) throws Exception {
        assertThat(Http.getWithHost(emulator, "/dev/tokens/alice", host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0", "127.0.0.2"})
    void developmentTokensAreRefusedUnderAForeignHostName(String host) throws Exception {
        assertThat(Http.getWithHost(emulator, "/dev/tokens/alice", host))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("{\"error\":\"forbidden\",\"error_description\":\"the Host header must be 127.0.0.1,"
                        + " localhost or [::1]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto"})
    void developmentTokensAreRefusedThroughAProxy(String header) throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/dev/tokens/alice", header, "anything");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("error_description").textValue())
                .isEqualToIgnoringCase("the request was forwarded, it carries the header " + header);
    }

    @Test
    void pagesOfOtherOriginsMayNotReadDevelopmentTokens() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/dev/tokens/alice", "Origin", "https://evil.example");

        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void theHomePageSaysWhatThisIs() throws Exception {
        assertThat(Http.get(emulator, "/").body()).contains("for development and tests only");
    }

    @Test
    void anythingElseIsNotFound() throws Exception {
        HttpResponse<String> answer = Http.get(emulator, "/oauth2/token");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("message").textValue()).isEqualTo("The emulator has no GET /oauth2/token");
    }

    @Test
    void aTakenPortIsTold() {
        int port = emulator.endpoint().getPort();

        assertThatThrownBy(() -> CognitoEmulator.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("port " + port + " of 127.0.0.1 is in use");
    }

    @Test
    void aClosedEmulatorGivesItsPortBack() {
        CognitoEmulator first = CognitoEmulator.builder().start();
        int port = first.endpoint().getPort();
        first.close();
        first.close();

        try (CognitoEmulator second = CognitoEmulator.builder().port(port).start()) {
            assertThat(second.endpoint()).isEqualTo(first.endpoint());
        }
    }

    private HttpResponse<String> call(String operation, String body) throws Exception {
        return Http.post(emulator, body, "X-Amz-Target", "AWSCognitoIdentityService." + operation);
    }

    private HttpResponse<String> form(String body) throws Exception {
        return Http.post(emulator, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
