package io.github.cognitoee.internal.session;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of people who signed in at managed login.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html">Cognito: logout endpoint</a>
 */
final class ManagedLoginTokens implements TokenSource {

    private static final System.Logger LOG = System.getLogger(ManagedLoginTokens.class.getName());

    private final ManagedLoginConfig config;
    private final OAuthEndpoints endpoints;
    private final ClientTokens verifier;
    private final Optional<UserPoolApi> everywhere;

    /** @param everywhere asked to sign users out of everything; empty where signing out is for this application */
    ManagedLoginTokens(
            ManagedLoginConfig config,
            OAuthEndpoints endpoints,
            ClientTokens verifier,
            Optional<UserPoolApi> everywhere) {
        this.config = config;
        this.endpoints = endpoints;
        this.verifier = verifier;
        this.everywhere = everywhere;
    }

    @Override
    public ClientTokens verifier() {
        return verifier;
    }

    @Override
    public TokenAnswer renew(SessionTokens tokens, String refreshToken) {
        return endpoints.refresh(refreshToken);
    }

    @Override
    public void end(SessionTokens tokens) {
        everywhere.ifPresent(userPool -> signOut(userPool, tokens.accessToken()));
        revoke(tokens);
    }

    @Override
    public void revoke(SessionTokens tokens) {
        if (config.logout().revoke()) {
            tokens.refreshToken().ifPresent(this::revoke);
        }
    }

    private static void signOut(UserPoolApi userPool, String accessToken) {
        try {
            userPool.globalSignOut(accessToken);
        } catch (CognitoException e) {
            Problem.SIGN_OUT_FAILED.log(LOG, "{0}", e.toString());
        }
    }

    private void revoke(String refreshToken) {
        try {
            endpoints.revoke(refreshToken);
        } catch (IOException e) {
            Problem.SIGN_OUT_FAILED.log(LOG, "a refresh token could not be revoked: {0}", e.toString());
        }
    }

    /** Cognito's own sign-out, or at once where people are in the end. */
    @Override
    public URI afterSignOut(Optional<String> baseUrl) {
        if (!config.logout().redirectUri().isAbsolute() && baseUrl.isEmpty()) {
            return URI.create("/");
        }
        String end = config.logout().redirectUri().under(baseUrl.orElse(""));
        if (!config.logout().notifyProvider()) {
            return URI.create(end);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", config.clientId());
        parameters.put("logout_uri", end);
        return URI.create(config.domain() + "/logout?" + FormBody.of(parameters));
    }

    @Override
    public void close() {
        everywhere.ifPresent(UserPoolApi::close);
    }
}
