package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoGuestCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The pictures that their owners have {@linkplain Publications published}, for everybody. Whoever is calling, AWS is asked
 * with the credentials of a guest, whose role reads the public part of bucket and table and nothing else.
 */
@ApplicationScoped
class Gallery {

    private final String bucket = Setting.BUCKET.value();

    @Inject
    @CognitoGuestCredentials
    S3Client s3;

    @Inject
    @CognitoGuestCredentials
    DynamoDbClient dynamoDb;

    /** @throws IllegalArgumentException if {@code after} can be no page's end */
    GalleryIndex.Page list(Optional<String> after, Instant now) {
        return new GalleryIndex(dynamoDb).list(after.map(PhotoId::endOfPage), now);
    }

    Optional<GalleryIndex.Item> find(String id) {
        return PhotoId.parse(id).flatMap(possible -> new GalleryIndex(dynamoDb).find(GalleryIndex.PUBLIC, possible));
    }

    /**
     * The bytes of a picture that was found, to be read and closed by the caller; empty if it has just been withdrawn. To
     * whom may not list the bucket S3 says "access denied" of an object that is not there.
     */
    Optional<ResponseInputStream<GetObjectResponse>> open(PublicCopy copy) {
        try {
            ResponseInputStream<GetObjectResponse> object =
                    s3.getObject(get -> get.bucket(bucket).key(copy.key()));
            if (object.response().contentLength() > PhotosResource.MAX_BYTES) {
                object.abort(); // nothing that came here by the album
                return Optional.empty();
            }
            return Optional.of(object);
        } catch (S3Exception e) {
            if (e.statusCode() == 403 || e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
