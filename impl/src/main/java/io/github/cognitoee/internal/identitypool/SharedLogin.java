package io.github.cognitoee.internal.identitypool;

import java.util.UUID;

/**
 * What nodes know of a login.
 *
 * @param identityId which it has in the identity pool
 * @param generation part of the names of its credentials, so that none is found any more where it changes
 */
record SharedLogin(String identityId, String generation) {

    /** Credentials that were shared before are not found any more. */
    static SharedLogin anew(String identityId) {
        return new SharedLogin(identityId, UUID.randomUUID().toString());
    }
}
