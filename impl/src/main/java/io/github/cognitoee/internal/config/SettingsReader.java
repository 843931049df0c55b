package io.github.cognitoee.internal.config;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoIdentityPoolDefinition;
import io.github.cognitoee.UserPool;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the definition annotations and the configuration of operations into {@link CognitoSettings}. Not thread-safe:
 * one instance, one deployment.
 */
public final class SettingsReader {

    private static final System.Logger LOG = System.getLogger(SettingsReader.class.getName());
    private static final String USER_POOL_ID = "cognito.user-pool.id";
    private static final String IDENTITY_POOL_ID = "cognito.identity-pool.id";
    private static final long MEBIBYTE = 1024 * 1024;
    private static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

    private final ConfigReader reader;

    SettingsReader(List<ConfigSource> sources) {
        this.reader = new ConfigReader(sources);
    }

    /** A reader over system properties and environment variables. */
    public static SettingsReader ofSystem() {
        return new SettingsReader(ConfigSource.ofSystem());
    }

    /** Whether the library is switched on, {@code cognito.enabled}; it is, unless said otherwise. */
    public boolean enabled() {
        return reader.flag("cognito.enabled", true);
    }

    /**
     * Reads everything.
     *
     * @param where the annotated class, named in error messages
     * @throws CognitoConfigurationException when a value is missing or wrong; the message names class, annotation, key
     *     and expectation
     */
    public CognitoSettings read(
            String where,
            CognitoAuthenticationMechanismDefinition mechanism,
            Optional<CognitoIdentityPoolDefinition> identityPool) {
        try {
            EndpointOverride overrides = new EndpointOverride(reader);
            CognitoSettings settings = new CognitoSettings(
                    verification(mechanism, overrides),
                    tokenCacheBytes(),
                    Optional.of(reader.string("cognito.caller-name-claim", mechanism.callerNameClaim()))
                            .filter(claim -> !claim.isEmpty()),
                    new RoleMapping(Map.of(), reader.flag("cognito.scopes-as-roles", false)),
                    reader.strings("cognito.declared-roles", new String[0]),
                    protectedResource(),
                    identityPool(identityPool, overrides));
            announce(settings);
            return settings;
        } catch (CognitoConfigurationException e) {
            String message = e.getMessage() + " [definition on " + where + "]";
            throw Problem.isNamedIn(message)
                    ? new CognitoConfigurationException(message)
                    : Problem.WRONG_VALUE.exception(message);
        }
    }

    private Optional<ProtectedResource> protectedResource() {
        return reader.find("cognito.resource.id")
                .map(resource -> new ProtectedResource(
                        URI.create(resource),
                        reader.find("cognito.resource.name").orElse("")));
    }

    private VerificationConfig verification(
            CognitoAuthenticationMechanismDefinition mechanism, EndpointOverride overrides) {
        List<UserPoolConfig> pools = new ArrayList<>();
        Optional<URI> endpoint = overrides.endpoint("cognito.user-pool.endpoint");
        pools.add(userPool(
                reader.string(USER_POOL_ID, mechanism.userPool().id()),
                reader.strings(
                        "cognito.user-pool.client-ids", mechanism.userPool().clientIds()),
                overrides.issuers(),
                pinnedKeys(),
                endpoint));
        for (UserPool trusted : mechanism.trustedUserPools()) {
            pools.add(trustedUserPool(trusted, endpoint));
        }
        BearerTokens bearerTokens =
                reader.constant("cognito.bearer-tokens", BearerTokens.class, mechanism.bearerTokens());
        Set<String> requiredScopes = reader.strings("cognito.required-scopes", mechanism.requiredScopes());
        String groupsClaim = reader.find("cognito.caller-groups-claim").orElse(mechanism.callerGroupsClaim());
        return new VerificationConfig(
                pools,
                bearerTokens,
                requiredScopes,
                reader.strings("cognito.required-groups", mechanism.requiredGroups()),
                groupsClaim,
                clockSkew());
    }

    private UserPoolConfig trustedUserPool(UserPool trusted, Optional<URI> endpoint) {
        try {
            Set<String> clientIds = Stream.of(trusted.clientIds())
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.toSet());
            return userPool(trusted.id().strip(), clientIds, Set.of(), Optional.empty(), endpoint);
        } catch (CognitoConfigurationException e) {
            throw Problem.WRONG_VALUE.exception("in trustedUserPools: " + e.getMessage());
        }
    }

    private UserPoolConfig userPool(
            String id,
            Set<String> clientIds,
            Set<String> issuers,
            Optional<KeyLocation> pinnedKeys,
            Optional<URI> endpoint) {
        if (id.isEmpty()) {
            throw reader.invalid(USER_POOL_ID, "is missing, expected a user pool id such as eu-west-1_AbCdEfGhI");
        }
        if (clientIds.isEmpty()) {
            throw reader.invalid(
                    "cognito.user-pool.client-ids",
                    "is missing for user pool " + id
                            + ", expected at least one app client id: tokens of other clients of the pool are refused");
        }
        Region region = region(USER_POOL_ID, id, '_');
        String host = "cognito-idp." + region + "." + region.dnsSuffix();
        String original = "https://" + host + "/" + id;
        String updated = "https://issuer-" + host + "/" + id;
        String published = endpoint.map(address -> address + "/" + id).orElse(original) + "/.well-known/jwks.json";
        return new UserPoolConfig(
                id,
                region,
                clientIds,
                issuers.isEmpty() ? Set.of(original, updated) : issuers,
                pinnedKeys.orElseGet(() -> new KeyLocation.Published(URI.create(published))));
    }

    /** The key set itself, or the path of a file that holds it. */
    private Optional<KeyLocation> pinnedKeys() {
        String key = "cognito.user-pool.jwks";
        return reader.find(key).map(value -> {
            if (value.startsWith("{")) {
                return new KeyLocation.Pinned(value);
            }
            try {
                return new KeyLocation.Pinned(Files.readString(Path.of(value)));
            } catch (IOException | InvalidPathException e) {
                throw reader.invalid(
                        key,
                        "names a file that cannot be read (" + e.getClass().getSimpleName()
                                + "), expected a JSON Web Key Set or the path of one");
            }
        });
    }

    /** How much memory tokens that were seen before may take; a sixteenth of the heap, at most 64 MiB, unless said. */
    private long tokenCacheBytes() {
        String key = "cognito.token-cache.size";
        return reader.find(key)
                .map(value -> {
                    if (!value.matches("\\d{1,5}")) {
                        throw reader.invalid(key, "is '" + value + "', expected a number of MiB, or 0 for no cache");
                    }
                    return Long.parseLong(value) * MEBIBYTE;
                })
                .orElseGet(() -> Math.min(64 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 16));
    }

    private Optional<IdentityPoolConfig> identityPool(
            Optional<CognitoIdentityPoolDefinition> definition, EndpointOverride overrides) {
        String id = reader.string(
                IDENTITY_POOL_ID,
                definition.map(CognitoIdentityPoolDefinition::id).orElse(""));
        if (id.isEmpty() && definition.isEmpty()) {
            return Optional.empty();
        }
        if (id.isEmpty()) {
            throw reader.invalid(
                    IDENTITY_POOL_ID,
                    "is missing, expected an identity pool id such as"
                            + " eu-west-1:1f0a6e2c-0000-4000-8000-000000000001");
        }
        String loginsKey = reader.string(
                "cognito.identity-pool.logins-key",
                definition.map(CognitoIdentityPoolDefinition::loginsKey).orElse(""));
        return Optional.of(new IdentityPoolConfig(
                id,
                region(IDENTITY_POOL_ID, id, ':'),
                overrides.endpoint("cognito.identity-pool.endpoint"),
                Optional.of(loginsKey).filter(key -> !key.isEmpty())));
    }

    private Region region(String key, String id, char separator) {
        int end = id.indexOf(separator);
        try {
            return new Region(end < 0 ? id : id.substring(0, end));
        } catch (CognitoConfigurationException e) {
            throw reader.invalid(key, "is '" + id + "', which does not begin with a region: " + e.getMessage());
        }
    }

    private Duration clockSkew() {
        String key = "cognito.clock-skew";
        return reader.find(key)
                .map(value -> {
                    try {
                        return Duration.parse(value);
                    } catch (DateTimeException e) {
                        throw reader.invalid(key, "is '" + value + "', expected a duration such as PT60S");
                    }
                })
                .orElse(DEFAULT_SKEW);
    }

    private void announce(CognitoSettings settings) {
        VerificationConfig verification = settings.verification();
        LOG.log(
                Level.INFO,
                "Cognito EE is active: {0}, bearer tokens {1}, {2}; {3}",
                verification.userPools().stream()
                        .map(pool -> "user pool " + pool.id() + " with clients " + new TreeSet<>(pool.clientIds()))
                        .collect(Collectors.joining(", ")),
                verification.bearerTokens(),
                settings.identityPool()
                        .map(pool -> "identity pool " + pool.id())
                        .orElse("no identity pool"),
                reader.originsAsText());
        if (reader.origins().keySet().stream().anyMatch(key -> key.endsWith("endpoint") || key.endsWith("issuer"))) {
            Problem.ADDRESSES_REPLACED.log(
                    LOG,
                    "addresses of AWS are replaced (see the line above); never do this in production");
        }
    }
}
