package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.github.cognitoee.emulator.IssuedCredentials;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class LocalDynamoDbTest {

    private static final Instant SOON = Instant.now().plus(1, ChronoUnit.HOURS);
    private static final Map<String, IssuedCredentials> ISSUED = Map.of(
            "ASIAALICE", issued("ASIAALICE", "alices-token", SOON),
            "ASIABOB", issued("ASIABOB", "bobs-token", SOON),
            "ASIAOLD", issued("ASIAOLD", "old-token", Instant.now().minusSeconds(1)));
    private static final LocalDynamoDb DYNAMO_DB = LocalDynamoDb.start(
            AlbumTable.named("pictures"), "eu-west-1", accessKeyId -> Optional.ofNullable(ISSUED.get(accessKeyId)));

    @AfterAll
    static void stop() {
        DYNAMO_DB.close();
    }

    @Test
    void allWhoHoldIssuedCredentialsSeeTheSameTable() {
        Map<String, AttributeValue> key = Map.of("owner", fromS("alice"), "id", fromS("1"));
        try (DynamoDbClient alice = client("ASIAALICE", "alices-token");
                DynamoDbClient bob = client("ASIABOB", "bobs-token")) {
            alice.putItem(put -> put.tableName("pictures").item(key));

            assertThat(bob.getItem(get -> get.tableName("pictures").key(key)).item())
                    .isEqualTo(key);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ASIAINVENTED, alices-token, UnrecognizedClientException, 'The security token included in the request is"
                + " invalid.'",
        "ASIAALICE, bobs-token, UnrecognizedClientException, 'The security token included in the request is invalid.'",
        "ASIAOLD, old-token, ExpiredTokenException, 'The security token included in the request is expired'"
    })
    void othersAreRefused(String accessKeyId, String sessionToken, String code, String message) {
        try (DynamoDbClient client = client(accessKeyId, sessionToken)) {
            assertThatThrownBy(() -> client.scan(scan -> scan.tableName("pictures")))
                    .isInstanceOfSatisfying(DynamoDbException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(400);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
                    });
        }
    }

    private static IssuedCredentials issued(String accessKeyId, String sessionToken, Instant expiresAt) {
        return new IssuedCredentials(
                accessKeyId, "secret", sessionToken, "identity", "role", expiresAt, "session", null, Map.of());
    }

    private static DynamoDbClient client(String accessKeyId, String sessionToken) {
        return DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(DYNAMO_DB.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(accessKeyId, "secret", sessionToken)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
