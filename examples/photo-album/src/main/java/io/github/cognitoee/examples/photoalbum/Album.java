package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The caller's own pictures: the bytes are objects {@code <identity id>/<photo id>.<type>} in the bucket, all else
 * stands in the {@link Catalogue}. Prefix and partition key are what IAM policies know as
 * <code>${cognito-identity.amazonaws.com:sub}</code>, so that the role of the callers can be held to them; every request
 * carries the caller's credentials, the application has none of its own.
 *
 * <p>The catalogue says what is in the album, so it must never name a picture that is not there: it is written last when
 * a picture comes and last when one goes, where a mark hides the picture in the meantime. Whatever fails in between
 * leaves at worst an object that nobody sees, or a deletion that can be asked for again.
 */
@ApplicationScoped
class Album {

    private final String bucket = Setting.BUCKET.value();

    @Inject
    S3Client s3;

    @Inject
    Catalogue catalogue;

    @Inject
    CognitoIdentity identity;

    Photo add(NewPhoto sent) {
        String owner = identity.identityId();
        Photo photo = sent.enter(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        s3.putObject(
                put -> put.bucket(bucket).key(key(owner, photo)).contentType(photo.contentType()),
                RequestBody.fromBytes(sent.bytes()));
        try {
            catalogue.add(owner, sent.uploadedBy(), photo);
        } catch (AwsServiceException e) {
            if (e.statusCode() < 500) {
                takeBack(owner, photo, e);
            }
            throw e;
        }
        return photo;
    }

    /** @throws IllegalArgumentException if {@code after} can be no page's end */
    PhotoPage list(Optional<String> after) {
        String owner = identity.identityId();
        return catalogue.list(owner, after.map(PhotoId::endOfPage));
    }

    Optional<Photo> find(String id) {
        return PhotoId.parse(id)
                .flatMap(possible -> catalogue.find(identity.identityId(), possible))
                .map(Entry::photo);
    }

    /** The bytes of a picture that was found, to be read and closed by the caller; empty if it has just been deleted. */
    Optional<ResponseInputStream<GetObjectResponse>> open(Photo photo) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key(identity.identityId(), photo))));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** Whether there was such a picture, or the rest of one whose deletion had failed half-way. */
    boolean remove(String id) {
        String owner = identity.identityId();
        Optional<Entry> hidden = PhotoId.parse(id).flatMap(possible -> catalogue.hide(owner, possible));
        hidden.ifPresent(entry -> {
            entry.copy()
                    .ifPresent(copy ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(copy.key())));
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(owner, entry.photo())));
            catalogue.remove(owner, entry.photo());
        });
        return hidden.isPresent();
    }

    /**
     * Undoes an upload whose entry was refused. The entry goes first: an earlier attempt of the same call may have written
     * it. Where DynamoDB did not answer at all the entry may yet appear, so there the object stays.
     */
    private void takeBack(String owner, Photo photo, AwsServiceException refusal) {
        try {
            catalogue.remove(owner, photo);
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(owner, photo)));
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Where the bytes of somebody's picture are. */
    static String key(String owner, Photo photo) {
        return owner + "/" + photo.id() + photo.contentType().replace("image/", ".");
    }
}
