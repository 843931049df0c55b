package io.github.cognitoee.internal.session;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.userpool.UserPoolApi;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what Cognito keeps of a sign-in.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html">Cognito: logout endpoint</a>
 */
final class SignOut implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SignOut.class.getName());

    private final ManagedLoginConfig config;
    private final OAuthEndpoints endpoints;
    private final Optional<UserPoolApi> everywhere;

    /** @param everywhere asked to sign users out of everything; empty where signing out is for this application */
    SignOut(ManagedLoginConfig config, OAuthEndpoints endpoints, Optional<UserPoolApi> everywhere) {
        this.config = config;
        this.endpoints = endpoints;
        this.everywhere = everywhere;
    }

    /** What fails here is told in the log, and keeps nobody from signing out. */
    void atCognito(SessionTokens tokens) {
        everywhere.ifPresent(userPool -> signOut(userPool, tokens.accessToken()));
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

    /**
     * Where the browser goes next: to Cognito's own sign-out, or at once to where people are in the end.
     *
     * @param baseUrl empty where it is not known: then the root of the host
     */
    URI next(Optional<String> baseUrl) {
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
