package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.ForeignProviders.AccessToken;
import io.github.cognitoee.emulator.internal.identity.ForeignProviders.Issuer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies logins at providers outside of AWS: ID tokens of Google, Apple and OpenID Connect providers of IAM, access tokens
 * of Facebook and Amazon.
 */
final class ForeignLogins {

    private static final Set<String> OPAQUE = Set.of("graph.facebook.com", "www.amazon.com");
    private static final Set<String> ISSUERS = Set.of("accounts.google.com", "appleid.apple.com");

    private final ForeignProviders providers;
    private final Clock clock;

    ForeignLogins(ForeignProviders providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** Whether Cognito knows the provider by this name. */
    static boolean isKnownByName(String provider) {
        return OPAQUE.contains(provider) || ISSUERS.contains(provider);
    }

    /** The login, if the pool has a provider of this name; it is refused where its token is wrong. */
    Optional<VerifiedLogin> verify(IdentityPool pool, String provider, String token) {
        Optional<String> appId = pool.settings().appIdAt(provider);
        if (appId.isPresent()) {
            return Optional.of(
                    OPAQUE.contains(provider)
                            ? byAccessToken(provider, appId.get(), token)
                            : byIdToken(provider, providers.issuer(provider), List.of(appId.get()), token));
        }
        if (!pool.settings().hasOpenIdConnectProvider(provider)) {
            return Optional.empty();
        }
        Issuer issuer = providers.issuer(provider);
        return Optional.of(byIdToken(provider, issuer, issuer.clientIds(), token));
    }

    private VerifiedLogin byIdToken(String provider, Issuer issuer, List<String> clientIds, String token) {
        IdToken idToken = IdToken.parse(token);
        idToken.checkIssuer(issuer.names(), issuer.keys());
        idToken.checkTimes(clock);
        if (!clientIds.contains(idToken.audience())) {
            throw IdToken.unsupportedProvider();
        }
        return VerifiedLogin.foreign(
                provider, idToken.subject(), idToken.claims().toJSONObject());
    }

    private VerifiedLogin byAccessToken(String provider, String appId, String token) {
        AccessToken known = providers
                .accessToken(provider, token)
                .orElseThrow(() -> IdToken.invalid("The provider does not know it."));
        if (!clock.instant().isBefore(known.end())) {
            throw IdToken.expired(clock.instant(), known.end());
        }
        if (!known.appId().equals(appId)) {
            throw IdToken.unsupportedProvider();
        }
        return VerifiedLogin.foreign(provider, known.userId(), Map.of());
    }
}
