package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs the tokens of pools, and reads those that come back. */
public interface TokenIssuer {

    String accessToken(SignedIn user);

    /** As an operation gives it. */
    String idToken(SignedIn user);

    /**
     * As the token endpoint gives it.
     *
     * @param accessToken the one that it comes with
     * @param nonce null without one
     */
    String idToken(SignedIn user, String accessToken, @Nullable String nonce);

    /** An access token of the client itself. */
    String machineToken(Pool pool, AppClient client, List<String> scopes);

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it is no access token of ours, or has expired */
    AccessToken read(String token);

    /** Whether this is a signed token rather than an opaque one. */
    boolean isJwt(String token);

    /** A user who signed in at a client, as he is now. */
    record SignedIn(Pool pool, AppClient client, Account account, Grant grant) {}

    /** An access token that was verified, but may have been revoked. */
    record AccessToken(
            String userPoolId,
            String clientId,
            String username,
            @Nullable String originJti,
            Instant authTime,
            List<String> scopes,
            @Nullable String deviceKey) {}
}
