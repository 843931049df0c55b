package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.oauth.TokenEndpoint;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The endpoints that Cognito has at the domains of user pools. */
final class DomainEndpoints {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TokenEndpoint tokens;
    private final RequestCounts counts;

    DomainEndpoints(TokenEndpoint tokens, RequestCounts counts) {
        this.tokens = tokens;
        this.counts = counts;
    }

    void token(Context context) {
        counts.add("oauth2/token");
        context.header("x-amz-cognito-request-id", UUID.randomUUID().toString());
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Cache-Control", "no-store");
        String type = Optional.ofNullable(context.contentType()).orElse("");
        TokenEndpoint.Answer answer = type.split(";")[0].strip().equalsIgnoreCase(FORM)
                ? tokens.answer(context.formParamMap(), HttpCall.of(context).header("authorization"))
                : new TokenEndpoint.Answer(400, Map.of("error", "invalid_request"));
        context.status(answer.status())
                .contentType("application/json;charset=UTF-8")
                .result(JsonProtocol.bytes(answer.body()));
    }
}
