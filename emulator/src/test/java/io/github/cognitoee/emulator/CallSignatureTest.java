package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** Operations for administrators take a signature by a configured access key, and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallSignatureTest {

    private final MovableClock clock = MovableClock.startingAt(Instant.parse("2026-03-01T12:00:00Z"));
    private CognitoEmulator emulator;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder().clock(clock).start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void anUnsignedCallIsRefused() throws Exception {
        HttpResponse<String> answer = Http.post(
                emulator, "{\"MaxResults\":1}", "X-Amz-Target", "AWSCognitoIdentityProviderService.ListUserPools");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"MissingAuthenticationTokenException\","
                        + "\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void anAnonymousClientIsRefused() {
        assertRefused(
                "MissingAuthenticationTokenException",
                "Missing Authentication Token",
                AnonymousCredentialsProvider.create(),
                clock);
    }

    @Test
    void aHeaderOfAnotherFormIsRefused() throws Exception {
        HttpResponse<String> answer = Http.post(
                emulator,
                "{}",
                "X-Amz-Target",
                "AWSCognitoIdentityProviderService.ListUserPools",
                "Authorization",
                "Bearer x");

        assertThat(new ObjectMapper().readTree(answer.body()).get("__type").textValue())
                .isEqualTo("IncompleteSignatureException");
    }

    @Test
    void anUnknownAccessKeyIsRefused() {
        assertRefused(
                "UnrecognizedClientException",
                "The security token included in the request is invalid.",
                key("AKIANOBODY", "emulator"),
                clock);
    }

    @Test
    void aWrongSecretIsRefused() {
        assertRefused(
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.",
                key(AccessKey.DEFAULT.accessKeyId(), "wrong"),
                clock);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            -301 | Signature expired: 20260301T115459Z is now earlier than 20260301T115500Z (20260301T120000Z - 5 min.)
            301  | Signature not yet current: 20260301T120501Z is still later than 20260301T120500Z (20260301T120000Z + 5 min.)
            """)
    void aSignatureOfAnotherTimeIsRefused(int seconds, String message) {
        assertRefused("InvalidSignatureException", message, administrator(), at(seconds));
    }

    @ParameterizedTest
    @CsvSource({"-300", "0", "300"})
    void fiveMinutesOfSkewAreTaken(int seconds) {
        try (CognitoIdentityProviderClient aws = AwsClients.userPools(emulator, administrator(), at(seconds))) {
            assertThat(aws.listUserPools(request -> request.maxResults(1)).userPools())
                    .hasSize(1);
        }
    }

    @Test
    void credentialsOfAnIdentityPoolDoNotAdministrate() {
        try (AwsClients identities = new AwsClients(emulator.endpoint())) {
            Credentials caller =
                    identities.credentialsOf(emulator.tokens().user("alice").idToken());

            assertRefused(
                    "AccessDeniedException",
                    "User: arn:aws:sts::123456789012:assumed-role/PhotoAlbumUsers/CognitoIdentityCredentials is not"
                            + " authorized to perform: cognito-idp:ListUserPools because no identity-based policy"
                            + " allows the cognito-idp:ListUserPools action",
                    session(caller),
                    clock);
        }
    }

    @Test
    void configuredAccessKeysReplaceTheDefault() {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        EmulatorConfig config = new EmulatorConfig(
                defaults.region(),
                defaults.accountId(),
                defaults.userPools(),
                defaults.identityPools(),
                List.of(new AccessKey("AKIAOWN", "own-secret")),
                List.of());
        try (CognitoEmulator own =
                        CognitoEmulator.builder().config(config).clock(clock).start();
                CognitoIdentityProviderClient aws = AwsClients.userPools(own, key("AKIAOWN", "own-secret"), clock);
                CognitoIdentityProviderClient other = AwsClients.userPools(own, clock)) {
            assertThat(aws.listUserPools(request -> request.maxResults(1)).userPools())
                    .hasSize(1);
            assertThat(refusalOf(other).awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException");
        }
    }

    private void assertRefused(String type, String message, AwsCredentialsProvider credentials, Clock signedAt) {
        try (CognitoIdentityProviderClient aws = AwsClients.userPools(emulator, credentials, signedAt)) {
            CognitoIdentityProviderException refusal = refusalOf(aws);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(type);
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.statusCode()).isEqualTo(400);
        }
    }

    private static CognitoIdentityProviderException refusalOf(CognitoIdentityProviderClient aws) {
        return catchThrowableOfType(
                CognitoIdentityProviderException.class, () -> aws.listUserPools(request -> request.maxResults(1)));
    }

    private Clock at(int seconds) {
        return Clock.fixed(clock.instant().plus(Duration.ofSeconds(seconds)), ZoneOffset.UTC);
    }

    private static AwsCredentialsProvider administrator() {
        return key(AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey());
    }

    private static AwsCredentialsProvider key(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    private static AwsCredentialsProvider session(Credentials issued) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(issued.accessKeyId(), issued.secretKey(), issued.sessionToken()));
    }
}
