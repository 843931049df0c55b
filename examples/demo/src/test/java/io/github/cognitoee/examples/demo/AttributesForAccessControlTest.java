package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import io.github.cognitoee.emulator.EmulatorConfig.Provider;
import io.github.cognitoee.emulator.EmulatorConfig.Role;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import io.github.cognitoee.emulator.IamRequest;
import io.github.cognitoee.emulator.IssuedCredentials;
import io.github.cognitoee.examples.demo.DirectAws.Issued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The documents of docs/access-control.md as they stand there. Sally is of the department sales, peter of photos, nemo of none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributesForAccessControlTest {

    private static final String BUCKET = DirectAws.BUCKET;
    private static final String ROLE = "arn:aws:iam::123456789012:role/Staff";
    private static final AwsCredentialsProvider ADMINISTRATOR = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey()));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String page = page();
    private final CognitoEmulator cognito = started(UnaryOperator.identity());
    private final LocalS3 s3 = LocalS3.start(
            BUCKET, this::secretOf, request -> cognito.iam().decide(request).isAllowed());
    private final DirectAws aws = new DirectAws(cognito.endpoint(), s3.endpoint());

    @BeforeAll
    void fillTheBucket() {
        try (S3Client client = aws.s3(ADMINISTRATOR)) {
            List.of("departments/sales/offer.txt", "departments/photos/dunes.txt", "accounts/7.txt")
                    .forEach(key -> write(client, key));
        }
    }

    @AfterAll
    void stop() {
        s3.close();
        cognito.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sally, departments/sales/offer.txt, true, true",
        "sally, departments/photos/dunes.txt, false, false",
        "sally, accounts/7.txt, true, false",
        "peter, departments/photos/dunes.txt, true, true",
        "peter, departments/sales/offer.txt, false, false",
        "peter, accounts/7.txt, false, false",
        "nemo, departments/sales/offer.txt, false, false",
        "nemo, accounts/7.txt, false, false"
    })
    void aDepartmentIsOpenToItsOwnPeople(String name, String key, boolean reads, boolean writes) {
        try (S3Client client = aws.s3(issued(name).provider())) {
            assertThat(allowed(() -> read(client, key))).as("read").isEqualTo(reads);
            assertThat(allowed(() -> write(client, key))).as("write").isEqualTo(writes);
        }
    }

    @Test
    void everybodyHasTheirOwnPrefixAndNobodyElses() {
        Issued sally = issued("sally");
        String key = sally.identityId() + "/notes.txt";
        try (S3Client her = aws.s3(sally.provider());
                S3Client other = aws.s3(issued("peter").provider())) {
            assertThat(allowed(() -> write(her, key))).isTrue();
            assertThat(allowed(() -> read(her, key))).isTrue();
            assertThat(allowed(() -> list(her, sally.identityId() + "/"))).isTrue();

            assertThat(allowed(() -> read(other, key))).isFalse();
            assertThat(allowed(() -> write(other, key))).isFalse();
            assertThat(allowed(() -> remove(other, key))).isFalse();
            assertThat(allowed(() -> list(other, sally.identityId() + "/"))).isFalse();

            assertThat(allowed(() -> remove(her, key))).isTrue();
        }
    }

    @Test
    void everybodyHasTheirOwnItemsAndNobodyElses() {
        Issued sally = issued("sally");
        IamRequest query = IamRequest.of(
                sally.accessKeyId(), "dynamodb:Query", "arn:aws:dynamodb:eu-west-1:123456789012:table/YOUR-TABLE");

        assertThat(cognito.iam()
                        .decide(query.with("dynamodb:LeadingKeys", sally.identityId()))
                        .isAllowed())
                .isTrue();
        assertThat(cognito.iam()
                        .decide(query.with(
                                "dynamodb:LeadingKeys", issued("peter").identityId()))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void whoHasATagHasNoCredentialsWhereTheTrustPolicyDoesNotAllowTagging() {
        try (CognitoEmulator untagged = started(trust -> trust.replace(", \"sts:TagSession\"", ""))) {
            DirectAws other = new DirectAws(untagged.endpoint(), s3.endpoint());

            assertThatThrownBy(
                            () -> other.signedIn(untagged.tokens().user("sally").idToken()))
                    .isInstanceOf(InvalidIdentityPoolConfigurationException.class);
            assertThat(other.signedIn(untagged.tokens().user("nemo").idToken()).accessKeyId())
                    .startsWith("ASIA");
        }
    }

    private CognitoEmulator started(UnaryOperator<String> trustPolicy) {
        EmulatorConfig defaults = EmulatorConfig.defaults();
        UserPool pool = defaults.userPools().get(0);
        Provider provider = new Provider(pool.id(), pool.clients().get(0).id(), null, false);
        Role role = new Role(ROLE, document(1, trustPolicy), null)
                .withPolicy("Own", document(0, UnaryOperator.identity()))
                .withPolicy("Department", document(2, UnaryOperator.identity()));
        CognitoEmulator started = CognitoEmulator.builder()
                .config(new EmulatorConfig(
                        defaults.region(),
                        defaults.accountId(),
                        List.of(new UserPool(
                                pool.id(),
                                pool.clients(),
                                List.of(),
                                List.of(
                                        user("sally", Map.of("custom:department", "sales")),
                                        user("peter", Map.of("custom:department", "photos")),
                                        user("nemo", Map.of())))),
                        List.of(new IdentityPool(
                                LocalCognito.IDENTITY_POOL, List.of(provider), ROLE, null, null, false, null, null)),
                        defaults.accessKeys(),
                        List.of(role)))
                .start();
        mapClaims(started);
        return started;
    }

    private static User user(String name, Map<String, String> attributes) {
        return new User(name, null, List.of(), attributes);
    }

    /** As the command line says it. */
    private void mapClaims(CognitoEmulator emulator) {
        Matcher tag = Pattern.compile("--no-use-defaults --principal-tags (\\S+)=(\\S+)")
                .matcher(page);
        assertThat(tag.find()).isTrue();
        try (CognitoIdentityClient administrator = CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(emulator.endpoint())
                .credentialsProvider(ADMINISTRATOR)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            administrator.setPrincipalTagAttributeMap(map -> map.identityPoolId(LocalCognito.IDENTITY_POOL)
                    .identityProviderName(DirectAws.PROVIDER)
                    .useDefaults(false)
                    .principalTags(Map.of(tag.group(1), tag.group(2))));
        }
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "..", "docs", "access-control.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the JSON documents of the page, for this bucket and this identity pool. */
    private Map<String, Object> document(int index, UnaryOperator<String> change) {
        List<String> documents = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        try {
            return JSON.readValue(
                    change.apply(documents.get(index))
                            .replace("YOUR-BUCKET", BUCKET)
                            .replace("YOUR-IDENTITY-POOL", LocalCognito.IDENTITY_POOL),
                    new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> secretOf(String accessKeyId) {
        return AccessKey.DEFAULT.accessKeyId().equals(accessKeyId)
                ? Optional.of(AccessKey.DEFAULT.secretAccessKey())
                : cognito.credentials(accessKeyId).map(IssuedCredentials::secretAccessKey);
    }

    private Issued issued(String name) {
        return aws.signedIn(cognito.tokens().user(name).idToken());
    }

    private static void read(S3Client client, String key) {
        client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key));
    }

    private static void write(S3Client client, String key) {
        client.putObject(
                put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes("text".getBytes(StandardCharsets.UTF_8)));
    }

    private static void remove(S3Client client, String key) {
        client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    }

    private static void list(S3Client client, String prefix) {
        client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix));
    }

    /** Whether S3 does it, or says that it is denied. */
    private static boolean allowed(Runnable call) {
        try {
            call.run();
            return true;
        } catch (S3Exception e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            return false;
        }
    }
}
