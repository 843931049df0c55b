package io.github.cognitoee.internal.session;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.LogoutConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.RefusalReason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Tokens of people who signed in at a form: the user pool's API issues and revokes them. */
final class UserPoolTokens implements TokenSource {

    private static final System.Logger LOG = System.getLogger(UserPoolTokens.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final CognitoUserPool userPool;
    private final ClientTokens verifier;
    private final LogoutConfig logout;

    UserPoolTokens(CognitoUserPool userPool, ClientTokens verifier, LogoutConfig logout) {
        this.userPool = userPool;
        this.verifier = verifier;
        this.logout = logout;
    }

    @Override
    public ClientTokens verifier() {
        return verifier;
    }

    @Override
    public TokenAnswer renew(SessionTokens tokens, String refreshToken) {
        return userPool.refresh(tokens)
                .fold(
                        issued -> new TokenAnswer.Issued(
                                issued.tokens().idToken(),
                                issued.tokens().accessToken(),
                                issued.tokens().refreshToken().orElse(null)),
                        challenge -> new TokenAnswer.Unavailable(RETRY_AFTER, "the user pool answered a challenge"),
                        refused -> refused.reason() == RefusalReason.SESSION_ENDED
                                ? new TokenAnswer.Refused(TokenAnswer.Refused.INVALID_GRANT)
                                : new TokenAnswer.Unavailable(
                                        RETRY_AFTER, "the user pool refused: " + refused.reason()),
                        unavailable -> new TokenAnswer.Unavailable(unavailable.retryAfter(), unavailable.detail()));
    }

    @Override
    public void end(SessionTokens tokens) {
        if (logout.everywhere()) {
            end(() -> userPool.signOutEverywhere(tokens));
        }
        revoke(tokens);
    }

    @Override
    public void revoke(SessionTokens tokens) {
        if (logout.revoke()) {
            end(() -> userPool.signOut(tokens));
        }
    }

    /** The application's own session ends whatever Cognito says. */
    private static void end(Runnable step) {
        try {
            step.run();
        } catch (CognitoException e) {
            Problem.SIGN_OUT_FAILED.log(LOG, "{0}", e.toString());
        }
    }

    @Override
    public URI afterSignOut(Optional<String> baseUrl) {
        return URI.create(
                logout.redirectUri().isAbsolute()
                        ? logout.redirectUri().under("")
                        : baseUrl.map(logout.redirectUri()::under).orElse("/"));
    }

    /** The user pool is the application's. */
    @Override
    public void close() {}
}
