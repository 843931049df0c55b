package io.github.cognitoee.emulator;

import static io.github.cognitoee.emulator.IdentityWorld.DEVELOPER;
import static io.github.cognitoee.emulator.IdentityWorld.MAPPED_POOL;
import static io.github.cognitoee.emulator.IdentityWorld.PARTNERS;
import static io.github.cognitoee.emulator.IdentityWorld.POOL;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;

/** Identity pools that take logins at Google and its like, and people who have such logins. */
final class LoginProvidersWorld implements AutoCloseable {

    static final String ISSUER = "https://login.partner.example/oidc";
    static final String ISSUER_ARN = "arn:aws:iam::123456789012:oidc-provider/login.partner.example/oidc";

    static final String STAFF = "arn:aws:iam::123456789012:saml-provider/Staff";
    static final String SUPPLIERS = "arn:aws:iam::123456789012:saml-provider/Suppliers";

    final IdentityWorld pools = new IdentityWorld();
    final LoginProviders providers = pools.emulator.loginProviders();

    LoginProvidersWorld() {
        providers.addOpenIdConnectProvider(ISSUER, "web", "mobile");
        providers.addSamlProvider(STAFF, "https://idp.example.com/metadata");
        providers.addSamlProvider(SUPPLIERS, "https://idp.suppliers.example");
        pools.admin.updateIdentityPool(pool -> pool.identityPoolId(POOL)
                .identityPoolName("photos")
                .allowUnauthenticatedIdentities(true)
                .developerProviderName(DEVELOPER)
                .cognitoIdentityProviders(CognitoIdentityProvider.builder()
                        .providerName(PARTNERS)
                        .clientId("partners")
                        .build())
                .supportedLoginProviders(Map.of(
                        "accounts.google.com", "app-at-google",
                        "appleid.apple.com", "com.example.app",
                        "graph.facebook.com", "app-at-facebook",
                        "www.amazon.com", "app-at-amazon"))
                .openIdConnectProviderARNs(ISSUER_ARN)
                .samlProviderARNs(STAFF, SUPPLIERS));
        pools.admin.updateIdentityPool(pool -> pool.identityPoolId(MAPPED_POOL)
                .identityPoolName("mapped")
                .allowUnauthenticatedIdentities(false)
                .supportedLoginProviders(Map.of("accounts.google.com", "app-at-google")));
    }

    /** Somebody new. */
    ProviderLogin google() {
        return providers.google("app-at-google", user());
    }

    /** Somebody new. */
    ProviderLogin apple() {
        return providers.apple("com.example.app", user());
    }

    /** Somebody new. */
    SamlLogin staff() {
        return providers.saml(STAFF, user());
    }

    static String user() {
        return UUID.randomUUID().toString();
    }

    static Map<String, String> logins(ProviderLogin... all) {
        return Stream.of(all).collect(Collectors.toMap(ProviderLogin::provider, ProviderLogin::idToken));
    }

    /** With a response of its own. */
    static Map<String, String> login(SamlLogin login) {
        return Map.of(login.provider(), login.response());
    }

    @Override
    public void close() {
        pools.close();
    }
}
