package io.github.cognitoee.emulator.internal.oauth;

import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Assurance;
import io.github.cognitoee.emulator.internal.pool.Authorization.Asked;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import io.github.cognitoee.emulator.internal.pool.RedirectUris;
import io.github.cognitoee.emulator.internal.pool.Scopes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks requests for authorizations.
 *
 * @param providerResponse where other providers send browsers back to, the user pools here among them
 */
public record AuthorizeRequests(Directory directory, Supplier<String> providerResponse) {

    private static final Set<String> PROMPTS = Set.of("none", "login", "select_account", "consent");

    /** @throws AuthorizeRefusal if it is not in order */
    public AuthorizeRequest read(Map<String, List<String>> query) {
        Parameters parameters = new Parameters(query);
        AppClient client = client(parameters);
        Pool pool = directory.pool(client.userPoolId());
        Callback callback = callback(parameters, client);
        try {
            parameters.checkNoneTwice();
            checkGrant(parameters, client);
            List<String> scopes = scopes(parameters, pool, client);
            Asked asked = new Asked(
                    client.clientId(),
                    callback.redirectUri(),
                    scopes,
                    challenge(parameters),
                    parameters.find("nonce").orElse(null),
                    resource(parameters));
            return new AuthorizeRequest(pool, client, callback, asked, wishes(parameters));
        } catch (OAuthError refusal) {
            throw AuthorizeRefusal.at(callback.with(refusal.body()), refusal.error());
        }
    }

    /** What an application is told that lets nobody be asked, when nobody is signed in. */
    public static AuthorizeRefusal loginRequired(AuthorizeRequest request) {
        OAuthError error = OAuthError.loginRequired();
        return AuthorizeRefusal.at(request.callback().with(error.body()), error.error());
    }

    /** A function that is called on the way failed, which the application learns. */
    public static AuthorizeRefusal functionFailed(AuthorizeRequest request, String text) {
        return providerFailed(request, text);
    }

    /** What an application is told when another provider does not do as it should. */
    public static AuthorizeRefusal providerFailed(AuthorizeRequest request, String description) {
        OAuthError error = OAuthError.providerFailed(description);
        return AuthorizeRefusal.at(request.callback().with(error.body()), error.error());
    }

    /** @throws AuthorizeRefusal if it is not told, or there is none */
    public AppClient client(Map<String, List<String>> query) {
        return client(new Parameters(query));
    }

    /**
     * Where a browser that has signed out goes.
     *
     * @throws AuthorizeRefusal if the client has no such address
     */
    public String logout(AppClient client, String uri) {
        if (!client.settings().isLogout(uri)) {
            throw AuthorizeRefusal.onPage("redirect_mismatch");
        }
        return uri;
    }

    private AppClient client(Parameters parameters) {
        String id = parameters.once("client_id").orElseThrow(() -> AuthorizeRefusal.onPage("invalid_request"));
        return directory
                .findOfClient(id)
                .map(pool -> pool.clients().required(id))
                .orElseThrow(() -> AuthorizeRefusal.onPage("invalid_client"));
    }

    private Callback callback(Parameters parameters, AppClient client) {
        String uri = parameters.has("redirect_uri")
                ? parameters.once("redirect_uri").orElse("")
                : Optional.ofNullable(client.settings().defaultRedirectURI()).orElse("");
        if (!client.settings().isCallback(uri) && !isOfOwnProvider(uri, client)) {
            throw AuthorizeRefusal.onPage("redirect_mismatch");
        }
        boolean implicit =
                parameters.once("response_type").filter("token"::equals).isPresent();
        return new Callback(uri, parameters.once("state").orElse(null), implicit);
    }

    /** Where a pool here signs its users in at another pool here, that one lets them back without being told where. */
    private boolean isOfOwnProvider(String uri, AppClient client) {
        return uri.equals(providerResponse.get())
                && directory.all().stream()
                        .flatMap(pool -> pool.providers().all().stream())
                        .anyMatch(provider -> provider.detail("client_id")
                                .filter(client.clientId()::equals)
                                .isPresent());
    }

    private static void checkGrant(Parameters parameters, AppClient client) {
        String grant =
                switch (parameters.find("response_type").orElse("")) {
                    case "code" -> "code";
                    case "token" -> "implicit";
                    default -> throw OAuthError.invalidRequest();
                };
        if (!client.settings().allowsGrant(grant)) {
            throw OAuthError.unauthorizedClient();
        }
    }

    /** Those asked for must be the client's; of these, what no resource server defines any more is passed over. */
    private static List<String> scopes(Parameters parameters, Pool pool, AppClient client) {
        List<String> allowed = client.settings().scopes();
        List<String> asked = parameters
                .find("scope")
                .map(text -> Arrays.stream(text.split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .distinct()
                        .toList())
                .orElse(allowed);
        if (!allowed.containsAll(asked) || !Scopes.areConsistent(asked)) {
            throw OAuthError.invalidScope();
        }
        List<String> custom = pool.customScopes();
        return asked.stream()
                .filter(scope -> Scopes.RESERVED.contains(scope) || custom.contains(scope))
                .toList();
    }

    private static @Nullable String challenge(Parameters parameters) {
        Optional<String> challenge = parameters.find("code_challenge");
        Optional<String> method = parameters.find("code_challenge_method");
        if (challenge.isEmpty() && method.isEmpty()) {
            return null;
        }
        boolean good = method.filter("S256"::equals).isPresent()
                && challenge.filter(Pkce::isChallenge).isPresent();
        if (!good) {
            throw OAuthError.invalidRequest();
        }
        return challenge.get();
    }

    /** Another API than the pool's own for which the access token is (RFC 8707): a URL, plain http on this machine alone. */
    private static @Nullable String resource(Parameters parameters) {
        Optional<String> resource = parameters.find("resource");
        if (resource.isPresent() && !RedirectUris.isAllowed(resource.get())) {
            throw OAuthError.invalidRequest();
        }
        return resource.orElse(null);
    }

    private static Wishes wishes(Parameters parameters) {
        Set<String> prompts =
                parameters.find("prompt").map(text -> Set.of(text.split(" +"))).orElse(Set.of());
        boolean contradictory = prompts.contains("none") && prompts.size() > 1;
        if (contradictory || !PROMPTS.containsAll(prompts)) {
            throw OAuthError.invalidRequest();
        }
        return new Wishes(
                prompts,
                parameters.find("max_age").map(AuthorizeRequests::seconds).orElse(null),
                parameters.find("acr_values").flatMap(AuthorizeRequests::lowest).orElse(null),
                parameters
                        .find("identity_provider")
                        .or(() -> parameters.find("idp_identifier"))
                        .orElse(null));
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw OAuthError.invalidRequest();
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /** Any of the levels will do; those that nobody knows are passed over. */
    private static Optional<Assurance> lowest(String values) {
        return Arrays.stream(values.split(" "))
                .map(Assurance::named)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The query; an empty parameter counts as left out. */
    private record Parameters(Map<String, List<String>> query) {

        boolean has(String name) {
            return query.containsKey(name);
        }

        /** Its value, if it was sent exactly once. */
        Optional<String> once(String name) {
            List<String> values = query.getOrDefault(name, List.of());
            return values.size() == 1 ? find(name) : Optional.empty();
        }

        Optional<String> find(String name) {
            return query.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
        }

        void checkNoneTwice() {
            if (query.values().stream().anyMatch(values -> values.size() > 1)) {
                throw OAuthError.invalidRequest();
            }
        }
    }
}
