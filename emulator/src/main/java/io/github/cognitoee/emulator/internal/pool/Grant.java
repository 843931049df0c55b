package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in, and all tokens that come of it.
 *
 * @param originJti what they have in common
 * @param authTime when the user proved who he is
 * @param expiresAt when its refresh tokens end, however often they are replaced
 * @param pages null for a sign-in by an operation
 */
public record Grant(
        String originJti,
        String eventId,
        String username,
        String clientId,
        Instant authTime,
        Instant expiresAt,
        List<String> scopes,
        @Nullable Pages pages) {

    /** Whether an ID token is due. */
    public boolean hasIdToken() {
        return pages == null || scopes.contains(Scopes.OPENID);
    }

    /** Whether the client may know an attribute. */
    public boolean shows(String attribute) {
        return pages == null || Scopes.show(scopes, attribute);
    }

    /**
     * What is known of a sign-in through the pages.
     *
     * @param methods as in the claim {@code amr}
     * @param resource what the access tokens are for; null for nothing in particular
     */
    public record Pages(List<String> methods, @Nullable String resource) {}
}
