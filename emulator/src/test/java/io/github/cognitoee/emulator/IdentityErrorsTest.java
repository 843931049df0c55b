package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.OWN;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PROVIDER;
import static io.github.cognitoee.emulator.IdentityWorld.administrator;
import static io.github.cognitoee.emulator.IdentityWorld.administratorWithSecret;
import static io.github.cognitoee.emulator.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.AwsClients.Keys;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** What identity pools refuse before they look at their state: signatures that are wrong, input that breaks the model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityErrorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private IdentityWorld world;

    @BeforeAll
    void start() {
        world = new IdentityWorld();
    }

    @AfterEach
    void resetClock() {
        world.clock.set(Instant.now());
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    @Test
    void refusalsHaveTheHeadersOfCognito() throws Exception {
        HttpResponse<String> answer = call("GetId", "{\"IdentityPoolId\":\"" + IdentityWorld.NO_POOL + "\"}");

        String message = "IdentityPool '" + IdentityWorld.NO_POOL + "' not found.";
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\",\"message\":\"" + message + "\"}");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("ResourceNotFoundException:");
        assertThat(answer.headers().firstValue("x-amzn-errormessage")).hasValue(message);
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateIdentityPool",
                "DescribeIdentityPool",
                "UpdateIdentityPool",
                "DeleteIdentityPool",
                "ListIdentityPools",
                "SetIdentityPoolRoles",
                "GetIdentityPoolRoles",
                "SetPrincipalTagAttributeMap",
                "GetPrincipalTagAttributeMap",
                "DescribeIdentity",
                "ListIdentities",
                "DeleteIdentities",
                "GetOpenIdTokenForDeveloperIdentity",
                "LookupDeveloperIdentity",
                "MergeDeveloperIdentities",
                "UnlinkDeveloperIdentity"
            })
    void administratorsMustSign(String operation) throws Exception {
        JsonNode refusal = JSON.readTree(call(operation, "{}").body());

        assertThat(refusal.get("__type").textValue()).isEqualTo("MissingAuthenticationTokenException");
        assertThat(refusal.get("message").textValue()).isEqualTo("Missing Authentication Token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "UnlinkIdentity"})
    void othersNeedNotSign(String operation) throws Exception {
        JsonNode refusal = JSON.readTree(call(operation, "{}").body());

        assertThat(refusal.get("__type").textValue()).isEqualTo("ValidationException");
    }

    @Test
    void aHalfSignatureIsRefused() throws Exception {
        HttpResponse<String> answer = Http.post(
                world.emulator,
                "{}",
                "X-Amz-Target",
                "AWSCognitoIdentityService.ListIdentityPools",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIACOGNITOEMULATOR");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("__type").textValue()).isEqualTo("IncompleteSignatureException");
    }

    @Test
    void aWrongSecretIsRefused() {
        assertRefused(
                () -> list(world.identity(administratorWithSecret("wrong"))),
                400,
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
    }

    @Test
    void anUnknownAccessKeyIsRefused() {
        assertRefused(
                () -> list(world.identity(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAUNKNOWN", "emulator")))),
                400,
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    @Test
    void aSkewedClockIsTold() throws Exception {
        world.clock.advance(Duration.ofMinutes(6));
        assertThat(messageOf(administrator())).startsWith("Signature expired: ").endsWith(" - 5 min.)");

        world.clock.advance(Duration.ofMinutes(-12));
        assertThat(messageOf(administrator()))
                .startsWith("Signature not yet current: ")
                .endsWith(" + 5 min.)");
    }

    /** The client for STS signs for STS, whatever the target says; it does not understand the answer's JSON. */
    @Test
    void aSignatureForAnotherServiceIsRefused() {
        StsClient sts = world.sts(administrator());

        assertThatThrownBy(() -> sts.getCallerIdentity(request -> request.overrideConfiguration(
                        override -> override.putHeader("X-Amz-Target", "AWSCognitoIdentityService.ListIdentityPools"))))
                .isInstanceOfSatisfying(StsException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amzn-errormessage"))
                        .hasValue("Credential should be scoped to correct service: 'cognito-identity'."));
    }

    @Test
    void aRoleMayNotAdministrate() {
        Map<String, String> login = world.login(world.alice());
        Keys keys = Keys.of(world.credentials(world.getId(POOL, login), login));

        assertRefused(
                () -> list(world.identity(keys.provider())),
                400,
                "AccessDeniedException",
                "User: arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials is not authorized to"
                        + " perform: cognito-identity:ListIdentityPools because no identity-based policy allows the"
                        + " cognito-identity:ListIdentityPools action");
    }

    @Test
    void expiredCredentialsOfARoleAreRefused() {
        world.clock.advance(Duration.ofMinutes(-62));
        Keys keys =
                Keys.of(world.credentials(world.getId(POOL, world.login(world.alice())), world.login(world.alice())));
        world.clock.advance(Duration.ofMinutes(62));

        assertRefused(
                () -> list(world.identity(keys.provider())),
                400,
                "ExpiredTokenException",
                "The security token included in the request is expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetId | {} | 1 validation error detected: Value null at 'identityPoolId' failed to satisfy constraint:"
                        + " Member must not be null",
                "GetId | {\"IdentityPoolId\":\"eu-west-1_CognitoEE\"} | 1 validation error detected: Value"
                        + " 'eu-west-1_CognitoEE' at 'identityPoolId' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: [\\w-]+:[0-9a-f-]+",
                "GetId | {\"IdentityPoolId\":\"\"} | 2 validation errors detected: Value '' at 'identityPoolId' failed"
                        + " to satisfy constraint: Member must have length greater than or equal to 1; Value '' at"
                        + " 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [\\w-]+:[0-9a-f-]+",
                "GetId | {\"IdentityPoolId\":\"r:0\",\"AccountId\":\"me\"} | 1 validation error detected: Value 'me' at"
                        + " 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " \\d+",
                "GetCredentialsForIdentity | {\"IdentityId\":\"r:0\",\"CustomRoleArn\":\"role\"} | 1 validation error"
                        + " detected: Value 'role' at 'customRoleArn' failed to satisfy constraint: Member must have"
                        + " length greater than or equal to 20",
                "GetId | {\"IdentityPoolId\":\"r:0\",\"Logins\":{\"p\":\"\"}} | 1 validation error detected: Value at"
                        + " 'logins.p.member' failed to satisfy constraint: Member must have length greater than or"
                        + " equal to 1",
                "UnlinkIdentity | {\"IdentityId\":\"r:0\"} | 2 validation errors detected: Value null at 'logins' failed"
                        + " to satisfy constraint: Member must not be null; Value null at 'loginsToRemove' failed to"
                        + " satisfy constraint: Member must not be null"
            })
    void brokenConstraintsAreToldInTheWordsOfAws(String operation, String body, String message) throws Exception {
        JsonNode refusal = JSON.readTree(call(operation, body).body());

        assertThat(refusal.get("message").textValue()).isEqualTo(message);
        assertThat(refusal.get("__type").textValue()).isEqualTo("ValidationException");
    }

    @Test
    void brokenConstraintsOfAdministratorsAreToldToo() {
        assertRefused(
                () -> world.admin.listIdentityPools(list -> list.maxResults(61)),
                400,
                "ValidationException",
                "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 60");
        assertRefused(
                () -> world.admin.createIdentityPool(
                        pool -> pool.identityPoolName("a/b").allowUnauthenticatedIdentities(false)),
                400,
                "ValidationException",
                "1 validation error detected: Value 'a/b' at 'identityPoolName' failed to satisfy constraint: Member"
                        + " must satisfy regular expression pattern: [\\w\\s+=,.@-]+");
        assertRefused(
                () -> world.admin.setIdentityPoolRoles(set -> set.identityPoolId(POOL)
                        .roles(Map.of())
                        .roleMappings(
                                Map.of("p", RoleMapping.builder().type("Magic").build()))),
                400,
                "ValidationException",
                "1 validation error detected: Value 'Magic' at 'roleMappings.p.member.type' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [Token, Rules]");
    }

    @Test
    void moreThanTenLoginsAreRefused() {
        Map<String, String> logins =
                IntStream.rangeClosed(1, 11).boxed().collect(Collectors.toMap(i -> "provider" + i, i -> "token"));

        assertRefused(
                () -> world.getId(POOL, logins),
                400,
                "ValidationException",
                "1 validation error detected: Value at 'logins' failed to satisfy constraint: Member must have length"
                        + " less than or equal to 10");
    }

    @Test
    void unknownMembersAreNamed() throws Exception {
        assertThat(JSON.readTree(call("GetId", "{\"IdentityPoolID\":\"" + POOL + "\"}")
                                .body())
                        .get("message")
                        .textValue())
                .isEqualTo("The emulator does not know the member IdentityPoolID");
    }

    @Test
    void aMemberMayNotBeGivenTwice() throws Exception {
        HttpResponse<String> answer = call("GetId", "{\"IdentityPoolId\":\"a:0\",\"IdentityPoolId\":\"b:0\"}");

        assertThat(JSON.readTree(answer.body()).get("__type").textValue()).isEqualTo("SerializationException");
    }

    @Test
    void unknownOperationsAreNamed() {
        assertRefused(
                () -> world.admin.listTagsForResource(request ->
                        request.resourceArn("arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/x")),
                400,
                "UnknownOperationException",
                "The emulator does not know the operation AWSCognitoIdentityService.ListTagsForResource");
    }

    @Test
    void noMessageRepeatsAToken() {
        String token = world.alice().signedWithForeignKey().idToken();
        String huge = "x".repeat(50_001);

        assertThat(refusalOf(Map.of(PROVIDER, token))).doesNotContain(token.substring(0, 20));
        assertThat(refusalOf(Map.of(PROVIDER, huge))).doesNotContain("xxx");
        assertThat(refusalOf(Map.of(OWN, token))).doesNotContain(token.substring(0, 20));
    }

    private String refusalOf(Map<String, String> logins) {
        try {
            return world.getId(POOL, logins);
        } catch (CognitoIdentityException e) {
            return e.awsErrorDetails().errorMessage();
        }
    }

    private String messageOf(StaticCredentialsProvider credentials) {
        try {
            list(world.identity(credentials));
            return "accepted";
        } catch (CognitoIdentityException e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
            return e.awsErrorDetails().errorMessage();
        }
    }

    private static void list(CognitoIdentityClient client) {
        client.listIdentityPools(list -> list.maxResults(1));
    }

    private HttpResponse<String> call(String operation, String body) throws Exception {
        return Http.post(world.emulator, body, "X-Amz-Target", "AWSCognitoIdentityService." + operation);
    }
}
