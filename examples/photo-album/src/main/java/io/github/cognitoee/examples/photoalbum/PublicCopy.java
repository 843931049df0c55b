package io.github.cognitoee.examples.photoalbum;

import java.time.Instant;

/**
 * The copy of a picture that guests see. Each publication has one of its own, so that whatever ends a publication late
 * cannot touch the next.
 *
 * @param owner the identity id
 * @param photo the picture's id in the album of its owner
 * @param id the picture's id in the gallery, in order of publication
 */
record PublicCopy(String owner, String photo, String id, String contentType) {

    /** One that is still to be made. */
    static PublicCopy of(String owner, Photo photo, Instant moment) {
        return new PublicCopy(owner, photo.id(), PhotoId.at(moment).value(), photo.contentType());
    }

    /** Below the owner's part of the public part of the bucket: policies let the owner write there, and guests read. */
    String key() {
        return "public/" + owner + "/" + id + contentType.replace("image/", ".");
    }
}
