package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;

/**
 * One sign-in, and all tokens that come of it.
 *
 * @param originJti what they have in common
 * @param authTime when the user proved who he is
 * @param expiresAt when its refresh tokens end, however often they are replaced
 */
public record Grant(
        String originJti,
        String eventId,
        String username,
        String clientId,
        Instant authTime,
        Instant expiresAt,
        List<String> scopes) {}
