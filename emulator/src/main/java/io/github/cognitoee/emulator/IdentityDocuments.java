package io.github.cognitoee.emulator;

import com.nimbusds.jose.jwk.JWKSet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the identity service publishes for the verifiers of its own tokens, under the paths that the real one has. */
final class IdentityDocuments implements RouteGroup {

    private static final String KEYS = "/.well-known/jwks_uri";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final String issuer;
    private final Supplier<JWKSet> keys;
    private final Supplier<URI> endpoint;
    private final RequestCounts counts;

    IdentityDocuments(String issuer, Supplier<JWKSet> keys, Supplier<URI> endpoint, RequestCounts counts) {
        this.issuer = issuer;
        this.keys = keys;
        this.endpoint = endpoint;
        this.counts = counts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(KEYS, this::keySet);
        routes.get(DISCOVERY, this::discovery);
    }

    private void keySet(Context context) {
        counts.add("jwks");
        context.header("Cache-Control", "public, max-age=2592000");
        context.contentType("application/json")
                .result(JsonProtocol.bytes(keys.get().toJSONObject()));
    }

    private void discovery(Context context) {
        counts.add("openid-configuration");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("jwks_uri", endpoint.get() + KEYS);
        document.put("authorization_endpoint", issuer);
        document.put("subject_types_supported", List.of("public"));
        document.put("response_types_supported", List.of("token"));
        document.put("id_token_signing_alg_values_supported", List.of("RS512"));
        context.contentType("application/json").result(JsonProtocol.bytes(document));
    }
}
