package io.github.cognitoee.thirdparty;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.LoginProviders;
import io.github.cognitoee.emulator.ProviderLogin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logins at stand-ins of Google and its like, for a client to take to an identity pool: good ones, wrong ones with the
 * message that refuses them, and those of one person at two providers.
 */
final class ProviderLogins {

    private static final String ISSUER = "https://login.partner.example";
    private static final String UNSUPPORTED = "Token is not from a supported provider of this identity pool.";

    private final LoginProviders providers;
    private final ProviderLogin google;
    private final ProviderLogin apple;

    private ProviderLogins(LoginProviders providers) {
        this.providers = providers;
        this.google = providers.google("app-at-google", "kim");
        this.apple = providers.apple("com.example.app", "kim");
    }

    static Map<String, Object> of(CognitoEmulator cognito) {
        cognito.loginProviders().addOpenIdConnectProvider(ISSUER, "web");
        ProviderLogins logins = new ProviderLogins(cognito.loginProviders());
        Map<String, Object> fixture = new HashMap<>(EmulatorFixture.of(cognito));
        fixture.put("valid", logins.valid());
        fixture.put("invalid", logins.invalid());
        fixture.put("kim", Map.of("google", tokenOf(logins.google), "apple", tokenOf(logins.apple)));
        fixture.put("lee", Map.of("google", tokenOf(logins.providers.google("app-at-google", "lee"))));
        return fixture;
    }

    private List<Map<String, Object>> valid() {
        return List.of(
                good("an ID token of Google", tokenOf(google)),
                good("an ID token of Apple", tokenOf(apple)),
                good(
                        "an ID token of an OpenID Connect provider",
                        tokenOf(providers.openIdConnect(ISSUER, "web", "kim"))),
                good(
                        "an access token of Facebook",
                        Map.of("graph.facebook.com", providers.facebook("app-at-facebook", "kim"))),
                good("an access token of Amazon", Map.of("www.amazon.com", providers.amazon("app-at-amazon", "kim"))));
    }

    private List<Map<String, Object>> invalid() {
        return List.of(
                wrong("a token for another application", google.withClaim("aud", "another-app"), UNSUPPORTED),
                wrong(
                        "a token of another issuer",
                        google.withClaim("iss", "https://accounts.example.com"),
                        "Invalid login token. Issuer doesn't match providerName"),
                wrong("a forged token", google.signedWithForeignKey(), "Invalid login token. Token signature invalid"),
                wrong(
                        "a token for an application that IAM was not told of",
                        providers.openIdConnect(ISSUER, "x", "kim"),
                        UNSUPPORTED),
                wrong(
                        "a token of a provider that nobody knows",
                        providers.openIdConnect("https://nobody.example", "web", "kim"),
                        UNSUPPORTED));
    }

    private static Map<String, Object> good(String name, Map<String, String> logins) {
        return Map.of("name", name, "logins", logins);
    }

    private static Map<String, Object> wrong(String name, ProviderLogin login, String message) {
        return Map.of("name", name, "logins", tokenOf(login), "message", message);
    }

    private static Map<String, String> tokenOf(ProviderLogin login) {
        return Map.of(login.provider(), login.idToken());
    }
}
