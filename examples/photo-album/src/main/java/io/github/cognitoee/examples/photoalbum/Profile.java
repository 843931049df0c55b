package io.github.cognitoee.examples.photoalbum;

import io.github.cognitoee.IssuedRole;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.SortedMap;

/**
 * All that is known of who is calling, to be shown to themselves; the token itself is not in it.
 *
 * @param email null where the token carries none, or none that is verified to be the caller's
 * @param signedInAt null where the token does not tell
 * @param credentialsExpireAt when the AWS credentials do that the application holds for the caller; null where {@code me}
 *     has no identity
 * @param role in which the caller acts in AWS, and what chose it; null where {@code me} has no identity
 * @param claims of the ID token, or of the access token where that is all the caller sent
 */
@JsonbNillable
public record Profile(
        Me me,
        String email,
        Instant signedInAt,
        Instant credentialsExpireAt,
        IssuedRole role,
        SortedMap<String, Object> claims) {}
