package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;

/**
 * A picture in its owner's album, without its bytes.
 *
 * @param name the file name to download it under
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal digits
 */
public record Photo(
        String id, String title, String name, String contentType, long size, Instant uploadedAt, String sha256) {}
