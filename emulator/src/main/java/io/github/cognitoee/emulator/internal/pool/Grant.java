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
 * @param means by what he did
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
        Means means,
        @Nullable Pages pages) {

    /** Whether this client may go on with it from this device. */
    boolean isOf(AppClient client, @Nullable String deviceKey) {
        return clientId.equals(client.clientId())
                && (means.deviceKey() == null || means.deviceKey().equals(deviceKey));
    }

    /** Whether an ID token is due. */
    public boolean hasIdToken() {
        return pages == null || scopes.contains(Scopes.OPENID);
    }

    /** Whether the client may know an attribute. */
    public boolean shows(String attribute) {
        return pages == null || Scopes.show(scopes, attribute);
    }

    /**
     * By what a user signed in.
     *
     * @param methods as in the claim {@code amr}; none where they are not known
     * @param deviceKey the device that it came from; null where the pool knows no devices
     */
    public record Means(List<String> methods, @Nullable String deviceKey) {

        /** Nothing is known. */
        public static final Means UNKNOWN = new Means(List.of(), null);

        public Means {
            methods = List.copyOf(methods);
        }
    }

    /**
     * What is known of a sign-in through the pages.
     *
     * @param resource what the access tokens are for; null for nothing in particular
     */
    public record Pages(@Nullable String resource) {}
}
