package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.identity.ForeignProviders.AccessToken;
import io.github.cognitoee.emulator.internal.identity.ForeignProviders.Issuer;
import io.github.cognitoee.emulator.internal.jwt.PoolSignature;
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

    private final ForeignProviders providers;
    private final Clock clock;

    ForeignLogins(ForeignProviders providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** The login, if the pool has a provider of this name; it is refused where its token is wrong. */
    Optional<VerifiedLogin> verify(IdentityPool pool, String provider, String token) {
        Optional<String> appId = pool.settings().appIdAt(provider);
        if (appId.isPresent()) {
            return Optional.of(
                    OPAQUE.contains(provider)
                            ? byAccessToken(provider, appId.get(), token)
                            : byIdToken(provider, required(provider), List.of(appId.get()), token));
        }
        return pool.settings().hasOpenIdConnectProvider(provider)
                ? Optional.of(byIdToken(provider, required(provider), required(provider).clientIds(), token))
                : Optional.empty();
    }

    private Issuer required(String provider) {
        return providers.issuer(provider).orElseThrow(IdToken::unsupportedProvider);
    }

    private VerifiedLogin byIdToken(String provider, Issuer issuer, List<String> clientIds, String token) {
        SignedJWT jwt = IdToken.parsed(token);
        IdToken idToken = IdToken.of(jwt);
        if (!issuer.names().contains(idToken.claims().getIssuer())) {
            throw IdToken.invalid("Issuer doesn't match providerName");
        }
        if (!PoolSignature.isValid(jwt, issuer.keys())) {
            throw IdToken.invalid("Token signature invalid");
        }
        idToken.checkTimes(clock);
        String audience = idToken.audience();
        if (!clientIds.contains(audience)) {
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
