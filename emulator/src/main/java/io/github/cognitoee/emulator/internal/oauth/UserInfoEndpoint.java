package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.IdentityClaims;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer.AccessToken;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /oauth2/userInfo}: the attributes that an access token opens. All of them are texts, here. */
public final class UserInfoEndpoint {

    private static final OAuthAnswer BAD_REQUEST =
            refused(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
    private static final OAuthAnswer BAD_TOKEN = refused(
            401,
            "invalid_token",
            "Access token is expired, disabled, or deleted, or the user has globally signed out.");

    private final Directory directory;
    private final TokenIssuer issuer;

    public UserInfoEndpoint(Directory directory, TokenIssuer issuer) {
        this.directory = directory;
        this.issuer = issuer;
    }

    /** @param authorization the header */
    public OAuthAnswer answer(Optional<String> authorization) {
        Optional<String> token = authorization
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(header -> header.substring("bearer ".length()).strip());
        if (token.isEmpty()) {
            return BAD_REQUEST;
        }
        try {
            return attributes(issuer.read(token.get())).map(OAuthAnswer::of).orElse(BAD_TOKEN);
        } catch (Refusal refusal) {
            return BAD_TOKEN;
        }
    }

    private Optional<Map<String, Object>> attributes(AccessToken token) {
        Pool pool = directory.pool(token.userPoolId());
        if (!token.scopes().contains(Scopes.OPENID)
                || pool.grants().isRevoked(token.username(), token.originJti(), token.authTime())) {
            return Optional.empty();
        }
        Optional<AppClient> client = pool.clients().find(token.clientId());
        return pool.accounts()
                .named(token.username())
                .filter(Account::enabled)
                .flatMap(account -> client.map(known -> shown(account, known, token)));
    }

    private static Map<String, Object> shown(Account account, AppClient client, AccessToken token) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sub", account.sub());
        account.attributes().forEach((name, value) -> {
            if (client.settings().reads(name) && Scopes.show(token.scopes(), name)) {
                shown.put(name, value);
            }
        });
        if (!account.identities().isEmpty() && Scopes.show(token.scopes(), IdentityClaims.NAME)) {
            shown.put(IdentityClaims.NAME, IdentityClaims.text(account));
        }
        shown.put("username", account.username());
        return shown;
    }

    private static OAuthAnswer refused(int status, String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return new OAuthAnswer(status, body, "error=\"" + error + "\", error_description=\"" + description + "\"");
    }
}
