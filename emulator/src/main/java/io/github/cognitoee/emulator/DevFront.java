package io.github.cognitoee.emulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door to the development endpoints, which real Cognito has not. It opens to callers on this machine who came without a
 * proxy. Nothing changes but by POST with a header that a page of a foreign site cannot send, as the browser would ask first
 * and gets no leave; or with the token of the page here, which no other page can read.
 */
final class DevFront implements RouteGroup {

    /** What requests that change something must carry, with any value. */
    static final String CHANGE_HEADER = "X-Cognito-Dev";

    private static final String ROOT = "/dev";
    private static final List<HandlerType> ALL_BUT_GET = List.of(
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH,
            HandlerType.OPTIONS,
            HandlerType.HEAD);

    private final List<DevEndpoint> endpoints = new ArrayList<>();
    private final DevPage page;
    private final RequestCounts counts;

    DevFront(List<List<DevEndpoint>> parts, DevPage page, RequestCounts counts) {
        this.page = page;
        this.counts = counts;
        endpoints.add(DevEndpoint.get(ROOT, "this overview", request -> overview()));
        parts.forEach(endpoints::addAll);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (DevEndpoint endpoint : endpoints) {
            HandlerType method = endpoint.change() ? HandlerType.POST : HandlerType.GET;
            routes.addHttpHandler(method, endpoint.path(), context -> handle(context, endpoint));
        }
        routes.get(ROOT + "/*", this::refuse);
        for (String path : List.of(ROOT, ROOT + "/*")) {
            ALL_BUT_GET.forEach(method -> routes.addHttpHandler(method, path, this::refuse));
        }
    }

    private void handle(Context context, DevEndpoint endpoint) {
        count(context);
        context.header("Cache-Control", "no-store");
        try {
            guard(context, endpoint);
            if (endpoint.path().equals(ROOT) && DevPage.isWanted(context)) {
                page.show(context);
                return;
            }
            Object answer = endpoint.answer().to(DevRequest.of(context, endpoint));
            if (endpoint.change() && page.isSenderOf(context)) {
                context.status(303).header("Location", ROOT);
            } else {
                answer(context, 200, answer);
            }
        } catch (DevRefusal refusal) {
            answer(context, refusal);
        }
    }

    private void guard(Context context, DevEndpoint endpoint) {
        Optional<String> refusal = LocalCaller.refusal(HttpCall.of(context));
        if (refusal.isPresent()) {
            throw DevRefusal.forbidden(refusal.get());
        }
        if (endpoint.change()
                && Optional.ofNullable(context.header(CHANGE_HEADER)).orElse("").isBlank()
                && !page.isSenderOf(context)) {
            throw DevRefusal.forbidden(
                    "a request that changes something needs the header " + CHANGE_HEADER + ", with any value");
        }
    }

    /** What no endpoint answers: the guard comes first here too. */
    private void refuse(Context context) {
        count(context);
        String path = context.path();
        DevRefusal refusal = LocalCaller.refusal(HttpCall.of(context))
                .map(DevRefusal::forbidden)
                .orElseGet(() -> endpoints.stream()
                        .filter(endpoint -> endpoint.isAt(path))
                        .findFirst()
                        .map(endpoint -> DevRefusal.wrongMethod(path + " is asked for by " + endpoint.method()
                                + (endpoint.change() ? " with the header " + CHANGE_HEADER : "")))
                        .orElseGet(() -> DevRefusal.notFound("there is no " + path + ", see GET " + ROOT)));
        answer(context, refusal);
    }

    private void count(Context context) {
        String[] segments = context.path().split("/");
        boolean known = endpoints.stream().anyMatch(endpoint -> endpoint.isAt(context.path()));
        counts.add(known ? "dev" + (segments.length > 2 ? "/" + segments[2] : "") : "other");
    }

    private Map<String, Object> overview() {
        Map<String, Object> overview = new LinkedHashMap<>();
        overview.put("what", "The emulator of Cognito EE, for development and tests only. It protects nothing.");
        overview.put(
                "changes",
                "by POST with the header " + CHANGE_HEADER + ", any value; parameters in the query or in a form");
        overview.put("endpoints", endpoints.stream().map(DevFront::described).toList());
        return overview;
    }

    private static Map<String, Object> described(DevEndpoint endpoint) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", endpoint.method());
        description.put("path", endpoint.path());
        description.put("parameters", endpoint.parameters());
        description.put("purpose", endpoint.purpose());
        return description;
    }

    private static void answer(Context context, DevRefusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", refusal.error());
        body.put("error_description", refusal.description());
        answer(context, refusal.status(), body);
    }

    private static void answer(Context context, int status, Object body) {
        context.status(status).contentType("application/json").result(JsonProtocol.bytes(body));
    }
}
