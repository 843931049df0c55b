package io.github.cognitoee.emulator;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /dev/tokens/{username}}: tokens without a password, for {@code curl} at a desk. Real Cognito has no such
 * thing; it is answered only to callers on this machine who came without a proxy.
 */
final class DevTokens {

    private final TokenMinter minter;
    private final RequestCounts counts;

    DevTokens(TokenMinter minter, RequestCounts counts) {
        this.minter = minter;
        this.counts = counts;
    }

    void handle(Context context) {
        counts.add("dev/tokens");
        context.header("Cache-Control", "no-store");
        Optional<String> refusal = LocalCaller.refusal(HttpCall.of(context));
        if (refusal.isPresent()) {
            answer(context, 403, error("forbidden", refusal.get()));
            return;
        }
        String clientId = context.queryParam("client_id");
        TokenRecipe recipe = minter.user(context.pathParam("username"));
        try {
            answer(context, 200, body((clientId == null ? recipe : recipe.client(clientId)).pair()));
        } catch (IllegalArgumentException e) {
            answer(context, 404, error("not_found", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, Object> body(TokenPair tokens) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.accessToken());
        body.put("id_token", tokens.idToken());
        body.put("refresh_token", tokens.refreshToken());
        return body;
    }

    private static Map<String, Object> error(String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return body;
    }

    private static void answer(Context context, int status, Map<String, Object> body) {
        context.status(status).contentType("application/json").result(JsonProtocol.bytes(body));
    }
}
