package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.idp.AuthAnswer.AuthenticationResult;
import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Grant;
import io.github.cognitoee.emulator.internal.pool.Grants;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens that a sign-in or a refresh gives. */
final class Tokens {

    private final TokenIssuer issuer;

    Tokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    AuthenticationResult ofSignIn(ClientContext context, Account account) {
        Grants grants = context.pool().grants();
        Grant grant = grants.open(account, context.client(), List.of(Scopes.USER_ADMIN));
        return result(context, account, grant, grants.refreshTokenOf(grant));
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the refresh token or its user is no longer good */
    AuthenticationResult ofRefresh(ClientContext context, String refreshToken) {
        Grants grants = context.pool().grants();
        Grant grant = grants.refresh(refreshToken, context.client());
        Account account = context.pool()
                .accounts()
                .named(grant.username())
                .orElseThrow(() -> ErrorType.NOT_AUTHORIZED.because("Refresh Token has been revoked"));
        if (!account.enabled()) {
            throw ErrorType.NOT_AUTHORIZED.because("User is disabled.");
        }
        ClientSettings settings = context.settings();
        String next = settings.rotates() ? grants.rotate(refreshToken, grant, settings.rotationGrace()) : null;
        return result(context, account, grant, next);
    }

    private AuthenticationResult result(
            ClientContext context, Account account, Grant grant, @Nullable String refreshToken) {
        SignedIn user = new SignedIn(context.pool(), context.client(), account, grant);
        return new AuthenticationResult(
                issuer.accessToken(user),
                issuer.idToken(user),
                refreshToken,
                context.settings().accessLifetime().toSeconds(),
                "Bearer");
    }
}
