package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.IdToken;
import java.util.Optional;

/**
 * Who asks an identity pool: a caller by their ID token, or a guest, who shows nothing.
 *
 * @param idToken empty for a guest
 */
record Applicant(Optional<IdToken> idToken) {

    static final Applicant GUEST = new Applicant(Optional.empty());

    static Applicant of(IdToken token) {
        return new Applicant(Optional.of(token));
    }

    boolean isGuest() {
        return idToken.isEmpty();
    }
}
