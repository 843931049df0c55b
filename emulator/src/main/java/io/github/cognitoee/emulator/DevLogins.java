package io.github.cognitoee.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Logins at the stand-ins of Google and its like, for tests in other languages and {@code curl} at a desk. */
record DevLogins(LoginProviders providers) {

    private static final String CLIENT = "client_id";
    private static final String USER = "user_id";
    private static final String ISSUER = "issuer";
    private static final Pattern ISSUERS = Pattern.compile("https://[\\w.-]+(:\\d{1,5})?(/[\\w.~-]+)*");

    List<DevEndpoint> all() {
        return List.of(
                login(
                        "google",
                        "an ID token of Google",
                        request -> of(providers.google(client(request), user(request)))),
                login("apple", "an ID token of Apple", request -> of(providers.apple(client(request), user(request)))),
                login(
                        "facebook",
                        "an access token of Facebook",
                        request -> of(LoginProviders.FACEBOOK, providers.facebook(client(request), user(request)))),
                login(
                        "amazon",
                        "an access token of Login with Amazon",
                        request -> of(LoginProviders.AMAZON, providers.amazon(client(request), user(request)))),
                DevEndpoint.post(
                        "/dev/logins/open-id-connect",
                        "an ID token of an OpenID Connect provider, which IAM knows from then on with this client",
                        this::openIdConnect,
                        ISSUER,
                        CLIENT,
                        USER));
    }

    private static DevEndpoint login(String name, String purpose, Function<DevRequest, Object> token) {
        return DevEndpoint.post("/dev/logins/" + name, purpose, token::apply, CLIENT, USER);
    }

    private Object openIdConnect(DevRequest request) {
        String issuer = request.required(ISSUER);
        if (!ISSUERS.matcher(issuer).matches()) {
            throw DevRequest.wrong(ISSUER, issuer, "an address such as https://login.example.com/tenant");
        }
        ProviderLogin login = providers.openIdConnect(issuer, client(request), user(request));
        providers.learn(issuer, client(request));
        return of(login);
    }

    private static String client(DevRequest request) {
        return text(request, CLIENT);
    }

    private static String user(DevRequest request) {
        return text(request, USER);
    }

    private static String text(DevRequest request, String name) {
        String text = request.required(name);
        if (text.isBlank()) {
            throw DevRequest.wrong(name, text, "an id at the provider");
        }
        return text;
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
