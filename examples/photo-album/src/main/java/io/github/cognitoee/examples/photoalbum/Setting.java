package io.github.cognitoee.examples.photoalbum;

import java.util.Locale;

/**
 * What differs from one installation to the next: a system property, else the environment variable of the same name in
 * upper case with underscores, else the default.
 *
 * <p>Other endpoints than AWS's own need no setting here: the AWS SDK itself reads {@code aws.endpointUrlS3}, {@code
 * aws.endpointUrlDynamoDb} and {@code aws.endpointUrlSts} ({@code AWS_ENDPOINT_URL_S3}, {@code
 * AWS_ENDPOINT_URL_DYNAMODB}, {@code AWS_ENDPOINT_URL_STS}).
 */
enum Setting {
    /** The region of bucket, table and STS. */
    REGION("aws.region", "eu-west-1"),
    /** The bucket that holds everyone's pictures, each under the owner's identity id. */
    BUCKET("photo-album.bucket", "photo-album"),
    /** The table that holds the entries of everyone's pictures, each with the owner's identity id as partition key. */
    TABLE("photo-album.table", "photo-album");

    private final String property;
    private final String defaultValue;

    Setting(String property, String defaultValue) {
        this.property = property;
        this.defaultValue = defaultValue;
    }

    String value() {
        String variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return System.getProperty(property, System.getenv().getOrDefault(variable, defaultValue));
    }
}
