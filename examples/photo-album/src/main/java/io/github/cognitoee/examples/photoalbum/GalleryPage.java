package io.github.cognitoee.examples.photoalbum;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * Some of the pictures in the gallery.
 *
 * @param next what to send as {@code ?after=} for the next page; null on the last
 * @param mayWithdraw whether who asks may take pictures of others out of it
 */
@JsonbNillable
public record GalleryPage(List<GalleryPhoto> photos, String next, boolean mayWithdraw) {}
