package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.CognitoIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The caller's own pictures: objects {@code <identity id>/<photo id>.<type>} in the bucket. The prefix is what IAM
 * policies know as <code>${cognito-identity.amazonaws.com:sub}</code>, so that the role of the callers can be held to
 * it; every request carries the caller's credentials, the application has none of its own.
 */
@ApplicationScoped
class Album {

    static final int PAGE_SIZE = 60;

    /** The user metadata that keeps the original file name. */
    static final String FILE_NAME = "file-name";

    private static final Pattern PHOTO_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String bucket = Setting.BUCKET.value();

    @Inject
    S3Client s3;

    @Inject
    CognitoIdentity identity;

    Photo add(ImageType type, byte[] picture, Optional<FileName> name) {
        String id = UUID.randomUUID().toString();
        String key = prefix() + id + "." + type.extension();
        Map<String, String> metadata =
                name.map(given -> Map.of(FILE_NAME, given.encoded())).orElse(Map.of());
        s3.putObject(
                put -> put.bucket(bucket)
                        .key(key)
                        .contentType(type.contentType())
                        .metadata(metadata),
                RequestBody.fromBytes(picture));
        return find(id).orElseThrow();
    }

    PhotoPage list(Optional<String> after) {
        String prefix = prefix();
        ListObjectsV2Response listed = s3.listObjectsV2(
                list -> list.bucket(bucket).prefix(prefix).maxKeys(PAGE_SIZE).continuationToken(after.orElse(null)));
        return new PhotoPage(
                listed.contents().stream().flatMap(o -> photo(o).stream()).toList(), listed.nextContinuationToken());
    }

    Optional<Photo> find(String id) {
        return object(id).flatMap(Album::photo);
    }

    /** The picture itself, to be read and closed by the caller; empty if the caller has no such picture. */
    Optional<ResponseInputStream<GetObjectResponse>> open(String id) {
        return object(id).map(found -> s3.getObject(get -> get.bucket(bucket).key(found.key())));
    }

    /** Whether there was such a picture. */
    boolean remove(String id) {
        Optional<S3Object> found = object(id);
        found.ifPresent(
                object -> s3.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
        return found.isPresent();
    }

    /** The object of this picture among the caller's own; S3 is asked only for what can be an id. */
    private Optional<S3Object> object(String id) {
        if (!PHOTO_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        String prefix = prefix() + id + ".";
        return s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix).maxKeys(1)).contents().stream()
                .findFirst();
    }

    private String prefix() {
        return identity.identityId() + "/";
    }

    /** The picture that an object holds; empty for an object that this application did not write. */
    private static Optional<Photo> photo(S3Object object) {
        String name = object.key().substring(object.key().lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return ImageType.ofExtension(name.substring(dot + 1))
                .map(type ->
                        new Photo(name.substring(0, dot), type.contentType(), object.size(), object.lastModified()));
    }
}
