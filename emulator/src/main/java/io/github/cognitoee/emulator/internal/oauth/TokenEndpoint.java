package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /oauth2/token}. */
public final class TokenEndpoint {

    private final ClientAuthentication authentication;
    private final MachineGrant machineGrant;
    private final CodeGrant codeGrant;
    private final RefreshGrant refreshGrant;

    public TokenEndpoint(Directory directory, TokenIssuer issuer) {
        this.authentication = new ClientAuthentication(directory);
        this.machineGrant = new MachineGrant(issuer);
        this.codeGrant = new CodeGrant(new UserTokens(issuer));
        this.refreshGrant = new RefreshGrant(new UserTokens(issuer));
    }

    /**
     * Answers a request.
     *
     * @param parameters of the form body
     * @param authorization the header
     */
    public OAuthAnswer answer(Map<String, List<String>> parameters, Optional<String> authorization) {
        try {
            return OAuthAnswer.of(tokens(new Form(parameters), authorization));
        } catch (OAuthError refusal) {
            return OAuthAnswer.refused(400, refusal);
        } catch (Refusal refusal) {
            return OAuthAnswer.refused(400, OAuthError.functionFailed(refusal.text()));
        }
    }

    private Map<String, Object> tokens(Form form, Optional<String> authorization) {
        String grantType = form.required("grant_type");
        Authenticated caller = authentication.of(form, authorization);
        return switch (grantType) {
            case "client_credentials" -> machineGrant.tokens(caller, form);
            case "authorization_code" -> codeGrant.tokens(caller, form);
            case "refresh_token" -> refreshGrant.tokens(caller, form);
            default -> throw OAuthError.unsupportedGrantType();
        };
    }
}
