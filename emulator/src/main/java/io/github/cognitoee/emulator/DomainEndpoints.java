package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.login.Layout;
import io.github.cognitoee.emulator.internal.login.LoginPages;
import io.github.cognitoee.emulator.internal.login.PageAnswer;
import io.github.cognitoee.emulator.internal.login.PageRequest;
import io.github.cognitoee.emulator.internal.oauth.OAuthAnswer;
import io.github.cognitoee.emulator.internal.oauth.TokenEndpoint;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The endpoints that Cognito has at the domains of user pools: pages for browsers, JSON for OAuth clients. */
final class DomainEndpoints {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TokenEndpoint tokens;
    private final LoginPages pages;
    private final RequestCounts counts;

    DomainEndpoints(TokenEndpoint tokens, LoginPages pages, RequestCounts counts) {
        this.tokens = tokens;
        this.pages = pages;
        this.counts = counts;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/oauth2/token", this::token);
        routes.get("/oauth2/authorize", context -> page(context, pages::authorize));
        routes.get("/login", context -> page(context, pages::login));
        routes.post("/login", context -> page(context, pages::login));
        routes.get("/logout", context -> page(context, pages::logout));
    }

    private void token(Context context) {
        prepare(context);
        context.header("Access-Control-Allow-Origin", "*");
        OAuthAnswer answer = isForm(context)
                ? tokens.answer(context.formParamMap(), HttpCall.of(context).header("authorization"))
                : new OAuthAnswer(400, Map.of("error", "invalid_request"));
        context.status(answer.status())
                .contentType("application/json;charset=UTF-8")
                .result(JsonProtocol.bytes(answer.body()));
    }

    private void page(Context context, Function<PageRequest, PageAnswer> pages) {
        prepare(context);
        PageAnswer answer = pages.apply(request(context));
        answer.cookies().forEach(cookie -> context.res().addHeader("Set-Cookie", cookie));
        context.header("X-Frame-Options", "DENY");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Content-Security-Policy", Layout.POLICY);
        context.header("Referrer-Policy", "same-origin");
        context.status(answer.status());
        if (answer.location() == null) {
            context.contentType("text/html;charset=UTF-8").result(answer.html());
        } else {
            context.header("Location", answer.location());
        }
    }

    private void prepare(Context context) {
        counts.add(context.path().substring(1));
        context.header("x-amz-cognito-request-id", UUID.randomUUID().toString());
        context.header("Cache-Control", "no-store");
    }

    private static PageRequest request(Context context) {
        HttpCall call = HttpCall.of(context);
        Map<String, String> headers = new HashMap<>();
        call.headers().keySet().forEach(name -> call.header(name).ifPresent(value -> headers.put(name, value)));
        return new PageRequest(
                call.method().equals("POST"),
                context.path(),
                call.rawQuery(),
                context.queryParamMap(),
                isForm(context) ? context.formParamMap() : Map.of(),
                context.cookieMap(),
                headers);
    }

    private static boolean isForm(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        return type.split(";")[0].strip().equalsIgnoreCase(FORM);
    }
}
