package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.userpool.RefusalReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of tokens once they were issued: renewed, and revoked. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">Cognito:
 *     refresh tokens</a>
 */
final class RefreshTokens {

    /** What a refresh may be refused for while the refresh token is good. */
    private static final Set<RefusalReason> NOT_OF_THE_SESSION =
            Set.of(RefusalReason.MISCONFIGURED, RefusalReason.TOO_MANY_ATTEMPTS, RefusalReason.UNKNOWN_CHALLENGE);

    /** What is said against an access token that is not good any more, or its user. */
    private static final Set<RefusalReason> OF_THE_ACCESS_TOKEN =
            Set.of(RefusalReason.SESSION_ENDED, RefusalReason.BAD_CREDENTIALS, RefusalReason.USER_DISABLED);

    private final Pool pool;

    RefreshTokens(Pool pool) {
        this.pool = pool;
    }

    /** @throws Refusal when no tokens are issued any more */
    SessionTokens refresh(SessionTokens tokens) {
        String refreshToken = tokens.refreshToken()
                .orElseThrow(() -> new Refusal(RefusalReason.SESSION_ENDED, "there is no refresh token"));
        AccessToken access = AccessToken.of(tokens);
        try {
            IssuedTokens issued = issued(refreshToken, access);
            return new SessionTokens(
                    issued.idToken(),
                    issued.accessToken(),
                    issued.refreshToken() == null ? refreshToken : issued.refreshToken(),
                    tokens.signedInAt());
        } catch (Refusal e) {
            throw isOfTheSession(e) ? e.because(RefusalReason.SESSION_ENDED) : e;
        }
    }

    /** What is said against the user, the device or the token says all the same that no tokens are issued any more. */
    private static boolean isOfTheSession(Refusal refusal) {
        return refusal.isOfForgottenDevice() || !NOT_OF_THE_SESSION.contains(refusal.reason());
    }

    private IssuedTokens issued(String refreshToken, AccessToken access) {
        try {
            return pool.api().refresh(refreshToken, access.claim("device_key"));
        } catch (Refusal e) {
            if (e.isOfUnknownOperation()) {
                return byOlderFlow(refreshToken, access);
            }
            throw e;
        }
    }

    /** For servers that do not know GetTokensFromRefreshToken, which Cognito has since 2025. */
    private IssuedTokens byOlderFlow(String refreshToken, AccessToken access) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("REFRESH_TOKEN", refreshToken);
        access.claim("device_key").ifPresent(key -> parameters.put("DEVICE_KEY", key));
        access.claim("username").flatMap(pool.app()::secretHash).ifPresent(hash -> parameters.put("SECRET_HASH", hash));
        return pool.api()
                .initiate("REFRESH_TOKEN_AUTH", parameters, Circumstances.NONE)
                .issued()
                .orElseThrow(() -> new Refusal(RefusalReason.UNKNOWN_CHALLENGE, "a challenge instead of new tokens"));
    }

    /**
     * A refresh token that is not good any more is no reason to complain.
     *
     * @throws Refusal for any other reason
     */
    void signOut(SessionTokens tokens) {
        tokens.refreshToken()
                .ifPresent(refreshToken -> unlessOver(() -> pool.api().revoke(refreshToken)));
    }

    /**
     * By a new access token where the old one is not good any more.
     *
     * @throws Refusal where the session is not over, and cannot be ended either
     */
    void signOutEverywhere(SessionTokens tokens) {
        try {
            pool.api().globalSignOut(tokens.accessToken());
        } catch (Refusal e) {
            if (!OF_THE_ACCESS_TOKEN.contains(e.reason())) {
                throw e;
            }
            unlessOver(() -> pool.api().globalSignOut(refresh(tokens).accessToken()));
        }
    }

    private static void unlessOver(Runnable end) {
        try {
            end.run();
        } catch (Refusal e) {
            if (e.reason() != RefusalReason.SESSION_ENDED) {
                throw e;
            }
        }
    }
}
