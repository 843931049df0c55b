package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How pictures come into the gallery and leave it. A picture is published by a {@linkplain PublicCopy copy} of its object.
 * Its entry names the copy before it is there and until it is gone, and shows it only in between: so the gallery never
 * names a picture that is not there, no copy is left that nobody knows of, and what failed half-way can be asked for again.
 */
@ApplicationScoped
class Publications {

    private final String bucket = Setting.BUCKET.value();

    @Inject
    S3Client s3;

    @Inject
    DynamoDbClient dynamoDb;

    @Inject
    Catalogue catalogue;

    @Inject
    CognitoIdentity identity;

    /** The picture as it is then; empty if the caller has no such picture. A second time does no harm. */
    Optional<Photo> publish(String id) {
        String owner = identity.identityId();
        return find(owner, id).map(entry -> {
            if (entry.photo().publication() != null) {
                return entry.photo();
            }
            entry.copy().ifPresent(this::withdraw);
            return publish(owner, entry.photo());
        });
    }

    /**
     * Takes one of the caller's pictures out of the gallery, or finishes what failed half-way.
     *
     * @return whether the caller has such a picture, public or not
     */
    boolean withdraw(String id) {
        Optional<Entry> found = find(identity.identityId(), id);
        found.flatMap(Entry::copy).ifPresent(this::withdraw);
        return found.isPresent();
    }

    /**
     * Takes a picture out of the gallery, whosever it is: what the caller's role allows for everybody's is up to its policy.
     *
     * @param id the picture's id in the gallery
     * @return whether there was such a picture, or the rest of one whose withdrawal had failed half-way
     */
    boolean withdrawAnybodys(String id) {
        Optional<GalleryIndex.Item> found = PhotoId.parse(id)
                .flatMap(possible -> Stream.of(GalleryIndex.PUBLIC, GalleryIndex.GOING)
                        .flatMap(partition -> new GalleryIndex(dynamoDb).find(partition, possible).stream())
                        .findFirst());
        found.map(GalleryIndex.Item::copy).ifPresent(this::withdraw);
        return found.isPresent();
    }

    private Photo publish(String owner, Photo photo) {
        PublicCopy copy = PublicCopy.of(owner, photo, Instant.now());
        catalogue.name(copy);
        s3.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(Album.key(owner, photo))
                .destinationBucket(bucket)
                .destinationKey(copy.key()));
        try {
            catalogue.show(copy);
        } catch (ConditionalCheckFailedException e) {
            delete(copy); // whoever came between may not have found it
            throw e;
        }
        return photo.publishedAs(copy.id());
    }

    private void withdraw(PublicCopy copy) {
        catalogue.unshow(copy);
        delete(copy);
        catalogue.forget(copy);
    }

    private void delete(PublicCopy copy) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(copy.key()));
    }

    private Optional<Entry> find(String owner, String id) {
        return PhotoId.parse(id).flatMap(possible -> catalogue.find(owner, possible));
    }
}
