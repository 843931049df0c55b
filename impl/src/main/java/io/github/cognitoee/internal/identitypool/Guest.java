package io.github.cognitoee.internal.identitypool;

import java.util.Optional;

/** One guest, and where it is written down which identity they have. */
interface Guest {

    /** Tells this guest from all others. */
    Object key();

    /** The identity they were given; empty for one who has none yet. */
    Optional<String> identityId();

    void give(String identityId);

    /** Takes this identity from them, unless they have another by now. */
    void take(String identityId);
}
