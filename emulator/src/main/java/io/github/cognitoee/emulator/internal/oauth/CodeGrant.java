package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.oauth.ClientAuthentication.Authenticated;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.Authorization;
import io.github.cognitoee.emulator.internal.pool.Authorization.Asked;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Grants;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import io.github.cognitoee.emulator.internal.trigger.PreTokenGeneration.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grant {@code authorization_code}. A code is used up by the first attempt to exchange it, good or bad. */
record CodeGrant(UserTokens tokens) {

    Map<String, Object> tokens(Authenticated caller, Form form) {
        if (!caller.client().settings().allowsGrant("code")) {
            throw OAuthError.unauthorizedClient();
        }
        String redirectUri = form.required("redirect_uri");
        Authorization authorization = caller.pool()
                .login()
                .codes()
                .take(form.required("code"))
                .filter(found -> found.asked().clientId().equals(caller.client().clientId()))
                .orElseThrow(OAuthError::invalidGrant);
        Asked asked = authorization.asked();
        if (!asked.redirectUri().equals(redirectUri)) {
            throw OAuthError.redirectMismatch();
        }
        checkVerifier(asked.codeChallenge(), form.find("code_verifier"));
        checkReadable(asked.scopes(), caller.client().settings());
        Account account = authorization.signIn().accountIn(caller.pool()).orElseThrow(OAuthError::invalidGrant);
        Grants grants = caller.pool().grants();
        Grant grant = grants.open(authorization, caller.client());
        return tokens.of(
                UserTokens.heard(new SignedIn(caller.pool(), caller.client(), account, grant), Source.PAGES),
                asked.nonce(),
                grants.refreshTokenOf(grant));
    }

    /** A client that asks for a contact must read whether it is verified, too. */
    private static void checkReadable(List<String> scopes, ClientSettings settings) {
        boolean readable = Scopes.contactsOf(scopes).allMatch(settings::reads);
        if (!readable) {
            throw OAuthError.invalidGrant();
        }
    }

    /** A verifier comes with a code that was asked for with a challenge, and with no other. */
    private static void checkVerifier(@Nullable String challenge, Optional<String> verifier) {
        if (verifier.isPresent() != (challenge != null)) {
            throw OAuthError.invalidRequest();
        }
        if (challenge != null && !Pkce.isVerifier(verifier.get(), challenge)) {
            throw OAuthError.invalidGrant();
        }
    }
}
