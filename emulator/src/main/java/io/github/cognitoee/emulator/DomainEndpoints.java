package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.html.Frame;
import io.github.cognitoee.emulator.internal.login.LoginPages;
import io.github.cognitoee.emulator.internal.login.PageAnswer;
import io.github.cognitoee.emulator.internal.login.PageRequest;
import io.github.cognitoee.emulator.internal.oauth.OAuthAnswer;
import io.github.cognitoee.emulator.internal.oauth.RevokeEndpoint;
import io.github.cognitoee.emulator.internal.oauth.TokenEndpoint;
import io.github.cognitoee.emulator.internal.oauth.UserInfoEndpoint;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.TokenIssuer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The endpoints that Cognito has at the domains of user pools: pages for browsers, JSON for OAuth clients. */
final class DomainEndpoints implements RouteGroup {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> JSON_PATHS = List.of("/oauth2/token", "/oauth2/revoke", "/oauth2/userInfo");

    private final TokenEndpoint tokens;
    private final RevokeEndpoint revocation;
    private final UserInfoEndpoint userInfo;
    private final LoginPages pages;
    private final RequestCounts counts;

    DomainEndpoints(Directory directory, TokenIssuer issuer, LoginPages pages, RequestCounts counts) {
        this.tokens = new TokenEndpoint(directory, issuer);
        this.revocation = new RevokeEndpoint(directory, issuer);
        this.userInfo = new UserInfoEndpoint(directory, issuer);
        this.pages = pages;
        this.counts = counts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/oauth2/token", context -> form(context, tokens::answer));
        routes.post("/oauth2/revoke", context -> form(context, revocation::answer));
        routes.get("/oauth2/userInfo", this::userInfo);
        routes.post("/oauth2/userInfo", this::userInfo);
        JSON_PATHS.forEach(path -> routes.options(path, DomainEndpoints::allowForeignPages));
        routes.get("/oauth2/authorize", context -> page(context, pages::authorize));
        routes.get("/oauth2/idpresponse", context -> page(context, pages::providerResponse));
        routes.get("/logout", context -> page(context, pages::logout));
        LoginPages.PATHS.forEach(path -> {
            routes.get(path, context -> page(context, pages::page));
            routes.post(path, context -> page(context, pages::page));
        });
    }

    /** Single-page applications ask first, before they send a token. */
    private static void allowForeignPages(Context context) {
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Allow-Methods", "GET, POST");
        context.header("Access-Control-Allow-Headers", "authorization, content-type");
        context.status(204);
    }

    private void form(Context context, BiFunction<Map<String, List<String>>, Optional<String>, OAuthAnswer> endpoint) {
        prepare(context);
        answer(
                context,
                isForm(context)
                        ? endpoint.apply(
                                context.formParamMap(), HttpCall.of(context).header("authorization"))
                        : OAuthAnswer.invalidRequest());
    }

    private void userInfo(Context context) {
        prepare(context);
        context.header("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        context.header("X-Frame-Options", "DENY");
        answer(context, userInfo.answer(HttpCall.of(context).header("authorization")));
    }

    private static void answer(Context context, OAuthAnswer answer) {
        context.header("Access-Control-Allow-Origin", "*");
        if (!answer.challenge().isEmpty()) {
            context.header("WWW-Authenticate", answer.challenge());
        }
        context.status(answer.status());
        if (!answer.body().isEmpty()) {
            context.contentType("application/json;charset=UTF-8").result(JsonProtocol.bytes(answer.body()));
        }
    }

    private void page(Context context, Function<PageRequest, PageAnswer> pages) {
        prepare(context);
        PageAnswer answer = pages.apply(request(context));
        answer.cookies().forEach(cookie -> context.res().addHeader("Set-Cookie", cookie));
        context.header("X-Frame-Options", "DENY");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Content-Security-Policy", Frame.POLICY);
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
