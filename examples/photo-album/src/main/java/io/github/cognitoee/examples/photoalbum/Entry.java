package io.github.cognitoee.examples.photoalbum;

import java.util.Optional;

/**
 * What the {@link Catalogue} says of a picture.
 *
 * @param copy that guests see where {@code photo} has a publication; else what is left of a publication or a withdrawal
 *     that failed half-way
 */
record Entry(Photo photo, Optional<PublicCopy> copy) {}
