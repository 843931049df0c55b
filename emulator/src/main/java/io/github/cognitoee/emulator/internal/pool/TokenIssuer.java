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
    default String machineToken(Pool pool, AppClient client, List<String> scopes) {
        return machineToken(pool, client, scopes, TokenChanges.Claims.KEPT);
    }

    /** As {@link #machineToken(Pool, AppClient, List)}, with what a function makes of it. */
    String machineToken(Pool pool, AppClient client, List<String> scopes, TokenChanges.Claims changes);

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it is no access token of ours, or has expired */
    AccessToken read(String token);

    /** Whether this is a signed token rather than an opaque one. */
    boolean isJwt(String token);

    /**
     * A user who signed in at a client, as he is now.
     *
     * @param changes what a function makes of the tokens
     */
    record SignedIn(Pool pool, AppClient client, Account account, Grant grant, TokenChanges changes) {

        /** Without a function that has a say. */
        public SignedIn(Pool pool, AppClient client, Account account, Grant grant) {
            this(pool, client, account, grant, TokenChanges.NONE);
        }

        public SignedIn with(TokenChanges others) {
            return new SignedIn(pool, client, account, grant, others);
        }
    }

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
