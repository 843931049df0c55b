package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Grants;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /oauth2/revoke}: ends a sign-in by its refresh token (RFC 7009). */
public final class RevokeEndpoint {

    private final ClientAuthentication authentication;
    private final TokenIssuer issuer;

    public RevokeEndpoint(Directory directory, TokenIssuer issuer) {
        this.authentication = new ClientAuthentication(directory);
        this.issuer = issuer;
    }

    /**
     * Answers a request. A token that is none of ours is as good as revoked.
     *
     * @param parameters of the form body
     * @param authorization the header
     */
    public OAuthAnswer answer(Map<String, List<String>> parameters, Optional<String> authorization) {
        try {
            Form form = new Form(parameters);
            String token = form.required("token");
            revoke(token, authentication.of(form, authorization));
            return OAuthAnswer.nothing();
        } catch (OAuthError refusal) {
            return OAuthAnswer.refused(refusal.error().equals("invalid_client") ? 401 : 400, refusal);
        }
    }

    private void revoke(String token, Authenticated caller) {
        if (!caller.client().settings().revokes()) {
            throw OAuthError.invalidRequest();
        }
        if (issuer.isJwt(token)) {
            throw OAuthError.unsupportedTokenType();
        }
        Grants grants = caller.pool().grants();
        Optional<Grant> grant = grants.find(token);
        boolean foreign = grant.filter(
                        found -> !found.clientId().equals(caller.client().clientId()))
                .isPresent();
        if (foreign) {
            throw OAuthError.unauthorizedClient();
        }
        grant.ifPresent(grants::revoke);
    }
}
