package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.userpool.RefusalReason;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of tokens once they were issued: renewed, and revoked. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">Cognito:
 *     refresh tokens</a>
 */
final class Sessions {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final Pool pool;

    Sessions(Pool pool) {
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
            throw e.reason() == RefusalReason.BAD_CREDENTIALS ? e.because(RefusalReason.SESSION_ENDED) : e;
        }
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

    /** A refresh token that is not good any more is no reason to complain. */
    void signOut(SessionTokens tokens) {
        tokens.refreshToken().ifPresent(refreshToken -> {
            try {
                pool.api().revoke(refreshToken);
            } catch (Refusal e) {
                tellUnlessOver("a refresh token could not be revoked", e);
            }
        });
    }

    /** By a new access token where the old one has expired. */
    void signOutEverywhere(SessionTokens tokens) {
        try {
            pool.api().globalSignOut(tokens.accessToken());
        } catch (Refusal e) {
            signOutEverywhereByNewToken(tokens);
        }
    }

    private void signOutEverywhereByNewToken(SessionTokens tokens) {
        try {
            pool.api().globalSignOut(refresh(tokens).accessToken());
        } catch (Refusal e) {
            tellUnlessOver("a user could not be signed out everywhere", e);
        }
    }

    private static void tellUnlessOver(String what, Refusal refusal) {
        if (refusal.reason() != RefusalReason.SESSION_ENDED) {
            Problem.SIGN_OUT_FAILED.log(LOG, "{0}: {1}", what, refusal.message());
        }
    }
}
