package io.github.cognitoee.examples.photoalbum;

/** How much the album holds, over all owners. */
public record AlbumStats(long photos, long bytes, long owners) {}
