package io.github.cognitoee.internal.session;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.ManagedLoginConfig;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what Cognito keeps of a sign-in.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html">Cognito: logout endpoint</a>
 */
final class SignOut {

    private static final System.Logger LOG = System.getLogger(SignOut.class.getName());

    private final ManagedLoginConfig config;
    private final OAuthEndpoints endpoints;

    SignOut(ManagedLoginConfig config, OAuthEndpoints endpoints) {
        this.config = config;
        this.endpoints = endpoints;
    }

    /** What fails here is told in the log, and keeps nobody from signing out. */
    void atCognito(SessionTokens tokens) {
        if (config.logout().revoke()) {
            tokens.refreshToken().ifPresent(this::revoke);
        }
    }

    private void revoke(String refreshToken) {
        try {
            endpoints.revoke(refreshToken);
        } catch (IOException e) {
            LOG.log(Level.INFO, "a refresh token could not be revoked when its user signed out: {0}", e.toString());
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
}
