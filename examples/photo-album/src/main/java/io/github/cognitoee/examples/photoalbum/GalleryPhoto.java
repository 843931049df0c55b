package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;

/**
 * A picture in the gallery, as everybody sees it. It does not tell whose it is.
 *
 * @param size in bytes
 */
public record GalleryPhoto(String id, String title, String contentType, long size, Instant publishedAt) {}
