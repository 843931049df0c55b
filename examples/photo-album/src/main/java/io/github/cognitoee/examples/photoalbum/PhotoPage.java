package io.github.cognitoee.examples.photoalbum;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * Some of the caller's pictures.
 *
 * @param next what to send as {@code ?after=} for the next page; null on the last
 */
@JsonbNillable
public record PhotoPage(List<Photo> photos, String next) {}
