package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.SessionTokens;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a sign-in, or of a refresh. {@code toString} shows nothing of them.
 *
 * @param refreshToken null where none came
 * @param newDevice which the pool would remember
 */
record IssuedTokens(String idToken, String accessToken, @Nullable String refreshToken, Optional<NewDevice> newDevice) {

    /** As applications get them. */
    SessionTokens asOf(Instant signedInAt) {
        return new SessionTokens(idToken, accessToken, refreshToken, signedInAt);
    }

    @Override
    public String toString() {
        return "IssuedTokens";
    }

    /** A device that the pool would remember once it is confirmed. */
    record NewDevice(String key, String groupKey) {}
}
