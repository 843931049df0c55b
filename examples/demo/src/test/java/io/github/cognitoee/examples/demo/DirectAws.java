package io.github.cognitoee.examples.demo;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * AWS as anybody can use it past the application: with what the identity pool gives for their ID token, or for none.
 *
 * @param cognito where the local Cognito is
 * @param s3 where the local S3 is
 */
record DirectAws(URI cognito, URI s3) {

    static final String BUCKET = "photo-album";
    static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";

    record Issued(String identityId, Credentials credentials) {

        String accessKeyId() {
            return credentials.accessKeyId();
        }

        AwsCredentialsProvider provider() {
            return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                    credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken()));
        }
    }

    Issued signedIn(String idToken) {
        return issued(Map.of(PROVIDER, idToken));
    }

    Issued guest() {
        return issued(Map.of());
    }

    private Issued issued(Map<String, String> logins) {
        try (CognitoIdentityClient client = CognitoIdentityClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(cognito)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            String identity = client.getId(get ->
                            get.identityPoolId(LocalCognito.IDENTITY_POOL).logins(logins))
                    .identityId();
            return new Issued(
                    identity,
                    client.getCredentialsForIdentity(
                                    get -> get.identityId(identity).logins(logins))
                            .credentials());
        }
    }

    S3Client s3(AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(s3)
                .credentialsProvider(credentials)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
