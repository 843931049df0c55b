package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;

/** A picture in its owner's album, without its bytes. */
public record Photo(String id, String contentType, long size, Instant lastModified) {}
