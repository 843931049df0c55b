package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoAuthenticationMechanismDefinition;
import io.github.cognitoee.UserPool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the user pools: the application's own, and those that it trusts besides. */
final class UserPoolsReader {

    private final ConfigReader reader;
    private final AnnotatedReader annotations;
    private final EndpointOverride overrides;

    UserPoolsReader(ConfigReader reader, AnnotatedReader annotations, EndpointOverride overrides) {
        this.reader = reader;
        this.annotations = annotations;
        this.overrides = overrides;
    }

    List<UserPoolConfig> read(CognitoAuthenticationMechanismDefinition mechanism) {
        Optional<URI> endpoint = overrides.endpoint(Keys.USER_POOL_ENDPOINT);
        List<UserPoolConfig> pools = new ArrayList<>();
        pools.add(ownPool(mechanism.userPool(), endpoint));
        Set<String> names = configuredPools();
        if (names.isEmpty()) {
            UserPool[] annotated = mechanism.trustedUserPools();
            for (int i = 0; i < annotated.length; i++) {
                pools.add(annotatedPool("trustedUserPools[" + i + "]", annotated[i], endpoint));
            }
        }
        for (String name : names) {
            pools.add(configuredPool(name, endpoint));
        }
        return pools;
    }

    /** The application's own alone. */
    UserPoolConfig read(UserPool pool) {
        return ownPool(pool, overrides.endpoint(Keys.USER_POOL_ENDPOINT));
    }

    private UserPoolConfig ownPool(UserPool pool, Optional<URI> endpoint) {
        String id = annotations.string(Keys.USER_POOL_ID, pool.id());
        Set<String> clientIds =
                annotations.strings(Keys.USER_POOL_CLIENT_IDS, pool.clientIds(), pool.clientIdsExpression());
        requireBoth(Keys.USER_POOL_ID, id, Keys.USER_POOL_CLIENT_IDS, clientIds);
        Set<String> issuers = overrides.issuers();
        Region region = region(id, !issuers.isEmpty());
        Addresses addresses = new Addresses(id, region, endpoint);
        return new UserPoolConfig(
                id,
                region,
                clientIds,
                issuers.isEmpty() ? addresses.issuers() : issuers,
                pinnedKeys().orElseGet(addresses::keys));
    }

    /**
     * The region of an id. AWS begins each id with it; a server that takes the place of AWS may not, and {@code
     * cognito.region} says then which one to assume.
     */
    private Region region(String id, boolean issuedByAnother) {
        Optional<String> expected = reader.find(Keys.REGION);
        if (issuedByAnother && !Region.begins(id, '_')) {
            String assumed = expected.orElseThrow(() -> reader.invalid(
                    Keys.USER_POOL_ID,
                    "is '" + id + "', which begins with no region; set " + Keys.REGION.name()
                            + " to the one to assume, as " + Keys.USER_POOL_ISSUER.name() + " names another than AWS"));
            return reader.region(Keys.REGION, assumed);
        }
        Region region = reader.regionOfUserPool(Keys.USER_POOL_ID, id);
        expected.filter(name -> !name.equals(region.name())).ifPresent(name -> {
            throw reader.invalid(
                    Keys.REGION,
                    "is '" + name + "', but user pool " + id + " lies in " + region
                            + ": one of the two is wrong, or the key can go (the identity pool has a region of its own)");
        });
        return region;
    }

    /** The names that configuration gives to trusted pools. One pool may be spread over several sources. */
    private Set<String> configuredPools() {
        Set<String> dotted = partsOf(Key::partOf);
        Set<String> known = dotted.stream().map(ConfigSource::variable).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>(dotted);
        partsOf(Key::partOfVariable).stream()
                .filter(part -> !known.contains(part))
                .forEach(part -> names.add(part.toLowerCase(Locale.ROOT).replace('_', '-')));
        return names;
    }

    private Set<String> partsOf(Naming naming) {
        Set<String> parts = new TreeSet<>();
        for (String name : reader.names()) {
            naming.part(Keys.TRUSTED_CLIENT_IDS, name)
                    .or(() -> naming.part(Keys.TRUSTED_ID, name))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private UserPoolConfig configuredPool(String name, Optional<URI> endpoint) {
        Key idKey = Keys.TRUSTED_ID.named(name);
        Key clientsKey = Keys.TRUSTED_CLIENT_IDS.named(name);
        String id = reader.find(idKey).orElse("");
        Set<String> clientIds = reader.list(clientsKey);
        requireBoth(idKey, id, clientsKey, clientIds);
        return trusted(id, reader.regionOfUserPool(idKey, id), clientIds, endpoint);
    }

    /** Without keys of its own; messages name its place in the annotation. */
    private UserPoolConfig annotatedPool(String place, UserPool pool, Optional<URI> endpoint) {
        Key idKey = Key.of(Feature.USER_POOL, place + ".id", "");
        Key clientsKey = Key.of(Feature.USER_POOL, place + ".clientIds", "");
        String id = annotations.annotated(idKey, pool.id());
        Set<String> clientIds = annotations.annotated(clientsKey, pool.clientIds(), pool.clientIdsExpression());
        requireBoth(idKey, id, clientsKey, clientIds);
        return trusted(id, reader.regionOfUserPool(idKey, id), clientIds, endpoint);
    }

    private static UserPoolConfig trusted(String id, Region region, Set<String> clientIds, Optional<URI> endpoint) {
        Addresses addresses = new Addresses(id, region, endpoint);
        return new UserPoolConfig(id, region, clientIds, addresses.issuers(), addresses.keys());
    }

    private void requireBoth(Key idKey, String id, Key clientsKey, Set<String> clientIds) {
        if (id.isEmpty()) {
            throw reader.invalid(idKey, "is missing, expected a user pool id such as eu-west-1_AbCdEfGhI");
        }
        if (clientIds.isEmpty()) {
            throw reader.invalid(
                    clientsKey,
                    "is missing for user pool " + id
                            + ", expected at least one app client id: tokens of other clients of the pool are refused");
        }
    }

    /** The key set itself, or the path of a file that holds it. */
    private Optional<KeyLocation> pinnedKeys() {
        return reader.find(Keys.USER_POOL_JWKS).map(value -> {
            if (value.startsWith("{")) {
                return new KeyLocation.Pinned(value);
            }
            try {
                return new KeyLocation.Pinned(Files.readString(Path.of(value)));
            } catch (IOException | InvalidPathException e) {
                throw reader.invalid(
                        Keys.USER_POOL_JWKS,
                        "names a file that cannot be read (" + e.getClass().getSimpleName()
                                + "), expected a JSON Web Key Set or the path of one");
            }
        });
    }

    /** How a name carries its open part: as a key, or as an environment variable. */
    @FunctionalInterface
    private interface Naming {
        Optional<String> part(Key family, String name);
    }

    /** What AWS makes of a pool id. */
    private record Addresses(String id, Region region, Optional<URI> endpoint) {

        Set<String> issuers() {
            return Set.of("https://" + host() + "/" + id, "https://issuer-" + host() + "/" + id);
        }

        KeyLocation keys() {
            String pool = endpoint.map(URI::toString).orElse("https://" + host()) + "/" + id;
            return new KeyLocation.Published(URI.create(pool + "/.well-known/jwks.json"));
        }

        private String host() {
            return "cognito-idp." + region + "." + region.dnsSuffix();
        }
    }
}
