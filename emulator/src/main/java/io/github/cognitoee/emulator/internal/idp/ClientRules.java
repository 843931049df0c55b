package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import io.github.cognitoee.emulator.internal.json.Refusal;
import io.github.cognitoee.emulator.internal.pool.ClientSettings;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.RedirectUris;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the settings of an app client must not be, taken together. */
final class ClientRules {

    private static final Duration SHORTEST_TOKEN = Duration.ofMinutes(5);
    private static final Duration LONGEST_TOKEN = Duration.ofDays(1);
    private static final Duration SHORTEST_REFRESH = Duration.ofHours(1);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(3650);

    private ClientRules() {}

    /** @throws Refusal if they contradict each other or the pool */
    static void check(Pool pool, boolean secret, ClientSettings settings) {
        checkLifetimes(settings);
        checkAuthFlows(settings);
        checkGrants(secret, settings);
        checkScopes(pool, settings);
        checkCallbacks(settings);
        checkAttributes(pool, settings);
    }

    private static void checkLifetimes(ClientSettings settings) {
        boolean possible = isBetween(settings.accessLifetime(), SHORTEST_TOKEN, LONGEST_TOKEN)
                && isBetween(settings.idLifetime(), SHORTEST_TOKEN, LONGEST_TOKEN)
                && isBetween(settings.refreshLifetime(), SHORTEST_REFRESH, LONGEST_REFRESH);
        if (!possible) {
            throw ErrorType.INVALID_PARAMETER.because("Invalid range for token validity.");
        }
    }

    private static boolean isBetween(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void checkAuthFlows(ClientSettings settings) {
        List<String> flows = settings.explicitAuthFlows() == null ? List.of() : settings.explicitAuthFlows();
        long modern = flows.stream().filter(flow -> flow.startsWith("ALLOW_")).count();
        if (modern != 0 && modern != flows.size()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Explicit auth flows with and without the prefix ALLOW_ cannot be mixed.");
        }
        if (settings.rotates() && flows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH.");
        }
    }

    private static void checkGrants(boolean secret, ClientSettings settings) {
        List<String> grants = settings.allowedOAuthFlows() == null ? List.of() : settings.allowedOAuthFlows();
        if (!grants.contains("client_credentials")) {
            return;
        }
        if (grants.size() > 1) {
            throw ErrorType.INVALID_OAUTH_FLOW.because(
                    "client_credentials flow can not be selected along with code flow or implicit flow.");
        }
        if (!secret) {
            throw ErrorType.INVALID_OAUTH_FLOW.because(
                    "client_credentials flow can not be selected if client does not have a client secret.");
        }
    }

    private static void checkScopes(Pool pool, ClientSettings settings) {
        Set<String> known = Stream.concat(Scopes.RESERVED.stream(), pool.customScopes().stream())
                .collect(Collectors.toSet());
        settings.scopes().stream()
                .filter(scope -> !known.contains(scope))
                .findFirst()
                .ifPresent(scope -> {
                    throw ErrorType.SCOPE_DOES_NOT_EXIST.because("Invalid scope requested: " + scope);
                });
    }

    private static void checkCallbacks(ClientSettings settings) {
        Stream.of(settings.callbackURLs(), settings.logoutURLs())
                .filter(list -> list != null)
                .flatMap(List::stream)
                .filter(uri -> !RedirectUris.isAllowed(uri))
                .findFirst()
                .ifPresent(uri -> {
                    throw ErrorType.INVALID_PARAMETER.because("cannot use the HTTP protocol, a fragment or a relative"
                            + " address in a redirect uri: " + uri);
                });
        String redirect = settings.defaultRedirectURI();
        if (redirect != null
                && (settings.callbackURLs() == null || !settings.callbackURLs().contains(redirect))) {
            throw ErrorType.INVALID_PARAMETER.because("DefaultRedirectURI must be in the list of CallbackURLs.");
        }
    }

    private static void checkAttributes(Pool pool, ClientSettings settings) {
        Set<String> known = pool.schema().definitions().stream()
                .map(definition -> definition.name())
                .collect(Collectors.toSet());
        Stream.of(settings.readAttributes(), settings.writeAttributes())
                .filter(list -> list != null)
                .flatMap(List::stream)
                .filter(name -> !known.contains(name) && !name.equals("sub"))
                .findFirst()
                .ifPresent(name -> {
                    throw ErrorType.INVALID_PARAMETER.because(
                            "Invalid read or write attributes specified while creating a client: " + name);
                });
    }
}
