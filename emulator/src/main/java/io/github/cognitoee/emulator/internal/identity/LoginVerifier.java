package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.PoolSettings.UserPoolClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Verifies the logins of a call to an identity pool: ID tokens of its user pools, and what other providers give. Thread-safe. */
final class LoginVerifier {

    private final UserPoolTokens userPools;
    private final ForeignLogins foreign;
    private final SamlLogins saml;
    private final Clock clock;

    LoginVerifier(UserPoolTokens userPools, ForeignProviders providers, Clock clock) {
        this.userPools = userPools;
        this.foreign = new ForeignLogins(providers, clock);
        this.saml = new SamlLogins(providers, clock);
        this.clock = clock;
    }

    /** All logins of a call, every one of them valid. */
    List<VerifiedLogin> verify(IdentityPool pool, PresentedLogins presented) {
        List<VerifiedLogin> verified = new ArrayList<>();
        presented
                .tokens()
                .forEach((provider, token) -> verified.add(verify(presented.operation(), pool, provider, token)));
        return verified;
    }

    private VerifiedLogin verify(Class<?> operation, IdentityPool pool, String providerName, String token) {
        if (providerName.equals(WebIdentity.ISSUER_HOST)) {
            throw IdToken.invalid("Can't pass in a Cognito token.");
        }
        return foreign.verify(pool, providerName, token)
                .or(() -> saml.verify(operation, pool, providerName, token))
                .orElseGet(() -> ofUserPool(pool, providerName, token));
    }

    private VerifiedLogin ofUserPool(IdentityPool pool, String providerName, String token) {
        List<UserPoolClient> candidates = pool.settings().userPoolClients().stream()
                .filter(client -> client.providerName().equals(providerName))
                .toList();
        UserPoolTokens.Pool issuer = userPools
                .ofProvider(providerName)
                .filter(known -> !candidates.isEmpty())
                .orElseThrow(IdToken::unsupportedProvider);
        IdToken idToken = IdToken.parse(token);
        idToken.checkIssuer(List.of(issuer.issuer()), issuer.keys());
        idToken.checkTimes(clock);
        String audience = idToken.audience();
        UserPoolClient client = candidates.stream()
                .filter(candidate -> candidate.clientId().equals(audience))
                .findFirst()
                .orElseThrow(IdToken::unsupportedProvider);
        if (!"id".equals(idToken.claims().getClaim("token_use"))) {
            throw IdToken.notAnIdToken();
        }
        String subject = idToken.subject();
        if (client.isCheckedAtServer() && !issuer.stillHolds(idToken.claims().getClaims())) {
            throw IdToken.invalid("Token has been revoked.");
        }
        return VerifiedLogin.ofUserPool(
                providerName, client.clientId(), subject, idToken.claims().toJSONObject());
    }
}
