package io.github.cognitoee.examples.photoalbum;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;

/**
 * A picture in its owner's album, without its bytes.
 *
 * @param name the file name to download it under
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal digits
 * @param publication its id in the gallery; null while it is not public
 */
@JsonbNillable
public record Photo(
        String id,
        String title,
        String name,
        String contentType,
        long size,
        Instant uploadedAt,
        String sha256,
        String publication) {

    Photo publishedAs(String id) {
        return new Photo(this.id, title, name, contentType, size, uploadedAt, sha256, id);
    }
}
