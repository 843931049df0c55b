package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.AwsClients.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Requests to a REST API behind API Gateway, signed by the AWS SDK's own signer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvokedApisTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAY_READ_ORDERS =
            """
            {"Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Action": "execute-api:Invoke",
              "Resource": "arn:aws:execute-api:eu-west-1:*:a1b2c3d4e5/prod/GET/orders/*"}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private IdentityWorld world;
    private String identity;
    private Keys alice;

    @BeforeAll
    void signIn() {
        world = new IdentityWorld();
        identity = world.getId(IdentityWorld.POOL, world.login(world.alice()));
        alice = Keys.of(world.credentials(identity, world.login(world.alice())));
    }

    /** The SDK signs at the machine's time. */
    @BeforeEach
    void setTheClock() {
        world.clock.set(Instant.now());
    }

    @AfterEach
    void reset() {
        world.emulator.reset();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aMethodSeesWhoCalls() throws Exception {
        mayReadOrders();

        JsonNode seen = body(send(signed(alice, "GET", "/orders/7", ""), 200));

        assertThat(seen.get("resource").textValue())
                .isEqualTo("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/7");
        assertThat(seen.get("allowedBy").textValue()).isEqualTo("statement 0 of Orders");
        JsonNode caller = seen.get("identity");
        assertThat(caller.get("accessKey").textValue()).isEqualTo(alice.accessKeyId());
        assertThat(caller.get("accountId").textValue()).isEqualTo("123456789012");
        assertThat(caller.get("caller").textValue())
                .isEqualTo(world.callerIdentity(alice).userId());
        assertThat(caller.get("userArn").textValue())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials");
        assertThat(caller.get("cognitoIdentityId").textValue()).isEqualTo(identity);
        assertThat(caller.get("cognitoIdentityPoolId").textValue()).isEqualTo(IdentityWorld.POOL);
        assertThat(caller.get("cognitoAuthenticationType").textValue()).isEqualTo("authenticated");
        assertThat(caller.get("cognitoAuthenticationProvider").textValue())
                .matches(IdentityWorld.PROVIDER + "," + IdentityWorld.PROVIDER + ":CognitoSignIn:[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/7?page=2&of=a%20b&empty=",
                "/orders/a%20b/c%2Bd",
                "/orders/caf%C3%A9",
                "/orders/eu-west-1%3A1",
                "/orders/(a)~b_c-d."
            })
    void pathAndQueryAreSignedAsTheyAreSent(String path) throws Exception {
        mayReadOrders();

        send(signed(alice, "GET", path, ""), 200);
    }

    @Test
    void aBodyIsSigned() throws Exception {
        world.emulator
                .iam()
                .putRolePolicy(
                        IdentityWorld.USERS,
                        "Writing",
                        """
                        {"Version": "2012-10-17", "Statement": {
                          "Effect": "Allow", "Action": "execute-api:*", "Resource": "arn:aws:execute-api:*:*:*/*/POST/*"}}""");

        send(signed(alice, "POST", "/orders", "{\"of\":\"bread\"}"), 200);
        assertRefused(
                "InvalidSignatureException",
                "message",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.",
                with(signed(alice, "POST", "/orders", "{\"of\":\"bread\"}"), "{\"of\":\"cake\"}"));
    }

    @Test
    void whatNoPolicyAllowsIsDenied() throws Exception {
        mayReadOrders();

        assertRefused(
                "AccessDeniedException",
                "Message",
                "User: arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials is not authorized to"
                        + " perform: execute-api:Invoke on resource:"
                        + " arn:aws:execute-api:eu-west-1:********9012:a1b2c3d4e5/prod/DELETE/orders/7 because no"
                        + " identity-based policy allows the execute-api:Invoke action",
                signed(alice, "DELETE", "/orders/7", ""));
    }

    @Test
    void anUnsignedRequestIsRefused() throws Exception {
        mayReadOrders();

        assertRefused(
                "MissingAuthenticationTokenException",
                "message",
                "Missing Authentication Token",
                HttpRequest.newBuilder(api("/orders/7")).build());
    }

    @Test
    void aTokenInPlaceOfASignatureIsRefused() throws Exception {
        assertRefused(
                "IncompleteSignatureException",
                "message",
                "The Authorization header is not a complete SigV4 signature.",
                HttpRequest.newBuilder(api("/orders/7"))
                        .header("Authorization", "Bearer " + world.alice().idToken())
                        .build());
    }

    @Test
    void credentialsThatDoNotBelongTogetherAreRefused() throws Exception {
        mayReadOrders();
        String invalid = "The security token included in the request is invalid.";

        assertRefused(
                "UnrecognizedClientException",
                "message",
                invalid,
                signed(alice.withAccessKeyId("ASIANEVERISSUED"), "GET", "/orders/7", ""));
        assertRefused(
                "UnrecognizedClientException",
                "message",
                invalid,
                signed(alice.withSessionToken("another"), "GET", "/orders/7", ""));
        assertThat(send(signed(alice.withSecret("another"), "GET", "/orders/7", ""), 403)
                        .headers()
                        .firstValue("x-amzn-ErrorType"))
                .hasValue("InvalidSignatureException");
    }

    @Test
    void credentialsEndAfterAnHour() throws Exception {
        mayReadOrders();
        Keys brief = Keys.of(world.credentials(identity, world.login(world.alice())));
        world.clock.advance(Duration.ofHours(1));

        assertRefused(
                "ExpiredTokenException",
                "message",
                "The security token included in the request is expired",
                signed(brief, "GET", "/orders/7", ""));
        world.clock.advance(Duration.ofHours(-1));
    }

    @Test
    void aSignatureForAnotherServiceIsRefused() throws Exception {
        mayReadOrders();

        assertRefused(
                "InvalidSignatureException",
                "message",
                "Credential should be scoped to correct service: 'execute-api'.",
                signed(alice, "s3", "GET", "/orders/7", ""));
    }

    @Test
    void requestsAreCounted() throws Exception {
        world.emulator.requests().reset();

        send(HttpRequest.newBuilder(api("/orders/7")).build(), 403);

        assertThat(world.emulator.requests().count("execute-api")).isEqualTo(1);
    }

    private void mayReadOrders() {
        world.emulator.iam().putRolePolicy(IdentityWorld.USERS, "Orders", MAY_READ_ORDERS);
    }

    private void assertRefused(String type, String member, String message, HttpRequest request) throws Exception {
        HttpResponse<String> refused = send(request, 403);

        assertThat(refused.headers().firstValue("x-amzn-ErrorType")).hasValue(type);
        assertThat(body(refused)).isEqualTo(JSON.valueToTree(Map.of(member, message)));
    }

    private HttpResponse<String> send(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private URI api(String path) {
        return URI.create(world.emulator.invokeUrl("a1b2c3d4e5", "prod") + path);
    }

    private HttpRequest signed(Keys keys, String method, String path, String body) {
        return signed(keys, "execute-api", method, path, body);
    }

    private HttpRequest signed(Keys keys, String service, String method, String path, String body) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(api(path))
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(keys.provider().resolveCredentials())
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, world.clock))
                .request();
        HttpRequest.Builder request = HttpRequest.newBuilder(api(path)).method(method, BodyPublishers.ofString(body));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static HttpRequest with(HttpRequest request, String body) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .method(request.method(), BodyPublishers.ofString(body))
                .build();
    }
}
