package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.UserPools.LivePool;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a user pool publishes for the verifiers of its tokens: the discovery document and the key set. */
final class KeyDocuments implements RouteGroup {

    private final UserPools pools;
    private final RequestCounts counts;
    private final Faults faults;

    KeyDocuments(UserPools pools, RequestCounts counts, Faults faults) {
        this.pools = pools;
        this.counts = counts;
        this.faults = faults;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/{poolId}/.well-known/jwks.json", this::keySet);
        routes.get("/{poolId}/.well-known/openid-configuration", this::discovery);
    }

    private void keySet(Context context) {
        counts.add("jwks");
        withPool(context, this::answerKeySet);
    }

    private void discovery(Context context) {
        counts.add("openid-configuration");
        withPool(context, this::writeDiscovery);
    }

    private void answerKeySet(Context context, LivePool pool) {
        KeySetRequest request = new KeySetRequest(context, pool.keys());
        faults.ofKeys(pool.id()).ifPresentOrElse(fault -> fault.answer(request), request::answer);
    }

    private void writeDiscovery(Context context, LivePool pool) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("authorization_endpoint", pools.domain() + "/oauth2/authorize");
        document.put("end_session_endpoint", pools.domain() + "/logout");
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("issuer", pools.issuerOf(pool.id()));
        document.put("jwks_uri", pools.keySetOf(pool.id()).toString());
        document.put("response_types_supported", List.of("code", "token"));
        document.put("revocation_endpoint", pools.domain() + "/oauth2/revoke");
        document.put("scopes_supported", List.of("openid", "email", "phone", "profile"));
        document.put("subject_types_supported", List.of("public"));
        document.put("token_endpoint", pools.domain() + "/oauth2/token");
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        document.put("userinfo_endpoint", pools.domain() + "/oauth2/userInfo");
        context.contentType("application/json").result(JsonProtocol.bytes(document));
    }

    private void withPool(Context context, BiConsumer<Context, LivePool> write) {
        String poolId = context.pathParam("poolId");
        pools.find(poolId)
                .ifPresentOrElse(
                        pool -> write.accept(context, pool),
                        () -> JsonProtocol.refuse(
                                context,
                                ServiceException.of(
                                        "ResourceNotFoundException", 404, "User pool " + poolId + " does not exist.")));
    }
}
