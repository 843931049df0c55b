package io.github.cognitoee.examples.photoalbum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A picture that somebody sent, checked and not yet stored.
 *
 * @param uploadedBy the user name of the sender, for administrators to read; the owner is the identity id
 */
record NewPhoto(ImageType type, byte[] bytes, Optional<FileName> name, Optional<Title> title, String uploadedBy) {

    /** As it enters the album at this moment, with an id of its own. */
    Photo enter(Instant moment) {
        PhotoId id = PhotoId.at(moment);
        FileName fileName = name.filter(given -> !given.value().isEmpty())
                .orElseGet(() -> new FileName(id.value() + "." + type.extension()));
        return new Photo(
                id.value(),
                title.orElseGet(() -> name.map(Title::of).orElse(new Title(""))).value(),
                fileName.value(),
                type.contentType(),
                bytes.length,
                moment,
                sha256(),
                null);
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
