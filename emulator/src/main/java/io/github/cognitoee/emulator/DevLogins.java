package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.internal.identity.IamProviders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Logins at the stand-ins of Google and its like, for tests in other languages and {@code curl} at a desk. */
record DevLogins(LoginProviders providers) {

    private static final String CLIENT = "client_id";
    private static final String USER = "user_id";
    private static final String ISSUER = "issuer";

    List<DevEndpoint> all() {
        return List.of(
                login("google", "an ID token of Google", (client, user) -> of(providers.google(client, user))),
                login("apple", "an ID token of Apple", (client, user) -> of(providers.apple(client, user))),
                login(
                        "facebook",
                        "an access token of Facebook",
                        (client, user) -> of(LoginProviders.FACEBOOK, providers.facebook(client, user))),
                login(
                        "amazon",
                        "an access token of Login with Amazon",
                        (client, user) -> of(LoginProviders.AMAZON, providers.amazon(client, user))),
                DevEndpoint.post(
                        "/dev/logins/open-id-connect",
                        "an ID token of an OpenID Connect provider, which IAM knows from then on with this client",
                        this::openIdConnect,
                        ISSUER,
                        CLIENT,
                        USER));
    }

    private static DevEndpoint login(String name, String purpose, BiFunction<String, String, Object> login) {
        return DevEndpoint.post(
                "/dev/logins/" + name,
                purpose,
                request -> login.apply(id(request, CLIENT), id(request, USER)),
                CLIENT,
                USER);
    }

    private Object openIdConnect(DevRequest request) {
        String issuer = request.required(ISSUER);
        if (!IamProviders.isIssuer(issuer)) {
            throw DevRequest.wrong(ISSUER, issuer, IamProviders.ISSUER_EXPECTED);
        }
        String client = id(request, CLIENT);
        ProviderLogin login = providers.openIdConnect(issuer, client, id(request, USER));
        providers.learn(issuer, client);
        return of(login);
    }

    private static String id(DevRequest request, String parameter) {
        String id = request.required(parameter);
        if (id.isBlank()) {
            throw DevRequest.wrong(parameter, id, "an id at the provider");
        }
        return id;
    }

    private static Map<String, Object> of(ProviderLogin login) {
        return of(login.provider(), login.idToken());
    }

    /** As {@code Logins} have it. */
    private static Map<String, Object> of(String provider, String token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("provider", provider);
        body.put("token", token);
        return body;
    }
}
