package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Grants;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.util.Map;

/** The grant {@code refresh_token}, of sign-ins through the pages and by operations alike. */
record RefreshGrant(UserTokens tokens) {

    Map<String, Object> tokens(Authenticated caller, Form form) {
        String refreshToken = form.required("refresh_token");
        Grants grants = caller.pool().grants();
        Grant grant = grantOf(refreshToken, caller);
        Account account = caller.pool()
                .accounts()
                .named(grant.username())
                .filter(Account::enabled)
                .orElseThrow(OAuthError::invalidGrant);
        SignedIn user = UserTokens.heard(new SignedIn(caller.pool(), caller.client(), account, grant), Source.REFRESH);
        ClientSettings settings = caller.client().settings();
        String next = settings.rotates() ? grants.rotate(refreshToken, grant, settings.rotationGrace()) : null;
        return tokens.of(user, null, next);
    }

    private static Grant grantOf(String refreshToken, Authenticated caller) {
        try {
            return caller.pool().grants().refresh(refreshToken, caller.client(), null);
        } catch (Refusal refusal) {
            throw OAuthError.invalidGrant();
        }
    }
}
