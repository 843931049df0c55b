package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.identity.ForeignProviders.SamlProvider;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.saml.Assertion;
import io.github.cognitoee.emulator.internal.saml.InvalidResponseException;
import io.github.cognitoee.emulator.internal.saml.ResponseReader;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies logins at SAML providers of IAM, "Setting up a SAML provider as an identity pool IdP" in Cognito's developer guide.
 * Audience and recipient are the {@linkplain SamlSignIn sign-in} of the provider's partition. In which words Cognito refuses is
 * not confirmed: these are STS's where it has some, after Cognito's {@code Invalid login token.} Thread-safe.
 */
final class SamlLogins {

    /** Pairs of a role that the user may have and the provider. */
    private static final String ROLES = "https://aws.amazon.com/SAML/Attributes/Role";

    private final ForeignProviders providers;
    private final Clock clock;
    private final Map<Use, Instant> ends = new ConcurrentHashMap<>();

    SamlLogins(ForeignProviders providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * The login, if the pool has this provider; it is refused where its response is wrong.
     *
     * @param operation the request in which it came: each operation takes an assertion once
     */
    Optional<VerifiedLogin> verify(Class<?> operation, IdentityPool pool, String provider, String response) {
        if (!pool.settings().samlProviders().contains(provider)) {
            return Optional.empty();
        }
        SamlProvider known = providers.samlProvider(provider).orElseThrow(IdToken::unsupportedProvider);
        Assertion assertion = read(response, known);
        checkTarget(assertion, SamlSignIn.ofArn(provider).orElseThrow(IdToken::unsupportedProvider));
        checkTimes(assertion);
        refuseReplay(new Use(operation, provider, assertion.id()), assertion.end());
        return Optional.of(
                VerifiedLogin.saml(provider, assertion.subject(), claims(assertion), roles(provider, assertion)));
    }

    private static Assertion read(String response, SamlProvider provider) {
        try {
            return ResponseReader.read(response, provider.entityId(), provider.key());
        } catch (InvalidResponseException e) {
            throw IdToken.invalid(e.text());
        }
    }

    private static void checkTarget(Assertion assertion, SamlSignIn target) {
        if (assertion.audiences().stream().noneMatch(target::isAudience)) {
            throw IdToken.invalid("Response does not contain the required audience.");
        }
        if (!target.isAt(assertion.recipient())) {
            throw IdToken.invalid("Response is not for AWS: its recipient is another.");
        }
    }

    private void checkTimes(Assertion assertion) {
        Instant now = clock.instant();
        if (!now.isBefore(assertion.end())) {
            throw IdToken.expired(now, assertion.end());
        }
        if (now.isBefore(assertion.begin())) {
            throw IdToken.invalid("Token is not yet valid: " + now.getEpochSecond() + " < "
                    + assertion.begin().getEpochSecond());
        }
    }

    private void refuseReplay(Use use, Instant end) {
        Instant now = clock.instant();
        ends.values().removeIf(past -> !now.isBefore(past));
        if (ends.putIfAbsent(use, end) != null) {
            throw replayed(use);
        }
    }

    private static Refusal replayed(Use use) {
        return IdToken.invalid(
                "SAML assertion was presented to " + use.operation().getSimpleName() + " before.");
    }

    /**
     * What rules and tags may ask for: all attributes, and {@code sub} and {@code aud}, which the default tags are of. That
     * these are {@code NameID} and recipient is not confirmed; in IAM, {@code saml:sub} and {@code saml:aud} are.
     */
    private static Map<String, Object> claims(Assertion assertion) {
        Map<String, Object> claims = new LinkedHashMap<>(assertion.attributes());
        claims.put("iss", assertion.issuer());
        claims.put("sub", assertion.subject());
        claims.put("aud", assertion.recipient());
        return claims;
    }

    /** Of the pairs with this provider; IdPs write them in either order. */
    private static List<String> roles(String provider, Assertion assertion) {
        return assertion.attributes().getOrDefault(ROLES, List.of()).stream()
                .map(pair -> List.of(pair.split("\\s*,\\s*")))
                .filter(pair -> pair.size() == 2 && pair.contains(provider))
                .map(pair -> pair.get(0).equals(provider) ? pair.get(1) : pair.get(0))
                .distinct()
                .toList();
    }

    private record Use(Class<?> operation, String provider, String assertion) {}
}
