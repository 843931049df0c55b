package io.github.cognitoee.emulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the stand-ins of Google and its like publish for verifiers of their ID tokens, each under its name in {@code Logins}. */
final class LoginProviderDocuments implements RouteGroup {

    private static final String ROOT = "/login-providers/";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final LoginProviders providers;
    private final Supplier<URI> endpoint;
    private final RequestCounts counts;

    LoginProviderDocuments(LoginProviders providers, Supplier<URI> endpoint, RequestCounts counts) {
        this.providers = providers;
        this.endpoint = endpoint;
        this.counts = counts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT + "<provider>" + KEYS, context -> {
            counts.add("jwks");
            answer(context, provider -> providers.published(provider).toJSONObject());
        });
        routes.get(ROOT + "<provider>" + DISCOVERY, context -> {
            counts.add("openid-configuration");
            answer(context, this::discovery);
        });
    }

    private Map<String, Object> discovery(String provider) {
        String issuer = "https://" + provider;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("jwks_uri", endpoint.get() + ROOT + provider.replaceFirst("/$", "") + KEYS);
        document.put("authorization_endpoint", issuer);
        document.put("subject_types_supported", List.of("public"));
        document.put("response_types_supported", List.of("id_token"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return document;
    }

    private void answer(Context context, Function<String, Map<String, Object>> content) {
        String path = context.pathParam("provider");
        providers
                .publisherAt(path)
                .map(content)
                .ifPresentOrElse(
                        document -> context.contentType("application/json").result(JsonProtocol.bytes(document)),
                        () -> JsonProtocol.refuse(
                                context,
                                ServiceException.of(
                                        "ResourceNotFoundException",
                                        404,
                                        "Login provider " + path + " does not exist.")));
    }
}
