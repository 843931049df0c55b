package io.github.cognitoee.examples.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

class LocalS3Test {

    private static final Map<String, String> ISSUED = Map.of("ASIAISSUED", "right-secret");
    private static final LocalS3 S3 = LocalS3.start(
            "pictures",
            id -> Optional.ofNullable(ISSUED.get(id)),
            request -> !request.resource().contains("/others/"));

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void whatWasStoredWithIssuedCredentialsIsReadAgain() {
        try (S3Client client = client("ASIAISSUED", "right-secret")) {
            client.putObject(
                    put -> put.bucket("pictures").key("a/1.png").metadata(Map.of("file-name", "one.png")),
                    RequestBody.fromBytes("picture".getBytes(UTF_8)));

            assertThat(client.getObjectAsBytes(get -> get.bucket("pictures").key("a/1.png"))
                            .asUtf8String())
                    .isEqualTo("picture");
            assertThat(client.headObject(head -> head.bucket("pictures").key("a/1.png"))
                            .metadata())
                    .containsEntry("file-name", "one.png");
        }
    }

    @Test
    void aListingGoesOnWhereThePageBeforeEnded() {
        try (S3Client client = client("ASIAISSUED", "right-secret")) {
            for (String key : new String[] {"b/1", "b/2", "b/3", "c/1"}) {
                client.putObject(put -> put.bucket("pictures").key(key), RequestBody.fromBytes(key.getBytes(UTF_8)));
            }

            ListObjectsV2Response first = client.listObjectsV2(
                    list -> list.bucket("pictures").prefix("b/").maxKeys(2));
            ListObjectsV2Response second = client.listObjectsV2(list ->
                    list.bucket("pictures").prefix("b/").maxKeys(2).continuationToken(first.nextContinuationToken()));

            assertThat(first.contents()).extracting("key").containsExactly("b/1", "b/2");
            assertThat(second.contents()).extracting("key").containsExactly("b/3");
            assertThat(second.nextContinuationToken()).isNull();
        }
    }

    @Test
    void whatIsNotAllowedIsDenied() {
        try (S3Client client = client("ASIAISSUED", "right-secret")) {
            assertDenied(() -> client.putObject(
                    put -> put.bucket("pictures").key("others/1"), RequestBody.fromBytes("x".getBytes(UTF_8))));
            assertDenied(() -> client.getObjectAsBytes(get -> get.bucket("pictures").key("others/1")));
            assertDenied(() ->
                    client.deleteObject(delete -> delete.bucket("pictures").key("others/1")));
            assertDenied(() -> client.copyObject(copy -> copy.sourceBucket("pictures")
                    .sourceKey("others/1")
                    .destinationBucket("pictures")
                    .destinationKey("mine/1")));
            assertDenied(() -> client.deleteObjects(delete -> delete.bucket("pictures")
                    .delete(all -> all.objects(ObjectIdentifier.builder().key("others/1").build()))));
        }
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, denied -> {
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        });
    }

    @Test
    void aWrongSecretIsRefused() {
        try (S3Client client = client("ASIAISSUED", "wrong-secret")) {
            assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("pictures")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
        }
    }

    @Test
    void anAccessKeyThatWasNeverIssuedIsRefused() {
        try (S3Client client = client("ASIAINVENTED", "right-secret")) {
            assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("pictures")))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAccessKeyId"));
        }
    }

    private static S3Client client(String accessKeyId, String secret) {
        return S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(S3.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(accessKeyId, secret, "session-token")))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
