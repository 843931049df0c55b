package io.github.cognitoee.emulator;

import io.github.cognitoee.emulator.EmulatorConfig.Group;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.internal.pool.Account;
import io.github.cognitoee.emulator.internal.pool.AppClient;
import io.github.cognitoee.emulator.internal.pool.Directory;
import io.github.cognitoee.emulator.internal.pool.Pool;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running user pools as tokens see them: state, keys and issuer of each. */
final class UserPools {

    private final Directory directory;
    private final Issuer issuer;
    private final Supplier<URI> endpoint;
    private final Map<String, PoolKeys> keys = new ConcurrentHashMap<>();

    /** @param kept the keys that pools had before, by pool id */
    UserPools(Directory directory, Map<String, KeyRing> kept, Issuer issuer, Supplier<URI> endpoint) {
        this.directory = directory;
        this.issuer = issuer;
        this.endpoint = endpoint;
        kept.forEach((poolId, ring) -> keys.put(poolId, new PoolKeys(ring)));
        directory.all().forEach(this::live);
    }

    List<LivePool> all() {
        return directory.all().stream().map(this::live).toList();
    }

    Optional<LivePool> find(String poolId) {
        return directory.find(poolId).map(this::live);
    }

    /** @throws IllegalArgumentException if there is none */
    LivePool required(String poolId) {
        return find(poolId).orElseThrow(() -> unknown("user pool", poolId));
    }

    /** The keys of all pools that needed some, by pool id. */
    Map<String, KeyRing> rings() {
        Map<String, KeyRing> rings = new TreeMap<>();
        keys.forEach((poolId, all) -> {
            if (directory.find(poolId).isPresent()) {
                rings.put(poolId, all.ring());
            }
        });
        return rings;
    }

    Optional<LivePool> withClient(String clientId) {
        return directory.findOfClient(clientId).map(this::live);
    }

    /** @throws IllegalArgumentException if all were deleted */
    LivePool first() {
        return directory.all().stream().findFirst().map(this::live).orElseThrow(() -> unknown("user pool", "any"));
    }

    /** Those that signed first sign again; keys of pools that are no more are forgotten. */
    void resetKeys() {
        keys.keySet().removeIf(id -> directory.find(id).isEmpty());
        keys.values().forEach(PoolKeys::reset);
    }

    /** The {@code iss} of a pool's tokens. */
    String issuerOf(String poolId) {
        return switch (issuer) {
            case AWS_SHAPED -> "https://" + providerNameOf(poolId);
            case REACHABLE -> endpoint.get() + "/" + poolId;
        };
    }

    /** The key of a pool in the {@code Logins} of an identity pool's calls; the same whatever the issuer looks like. */
    String providerNameOf(String poolId) {
        return "cognito-idp." + directory.region() + ".amazonaws.com/" + poolId;
    }

    URI keySetOf(String poolId) {
        return URI.create(endpoint.get() + "/" + poolId + "/.well-known/jwks.json");
    }

    /** Where a pool tells what its issuer is. */
    URI discoveryOf(String poolId) {
        return URI.create(endpoint.get() + "/" + poolId + "/.well-known/openid-configuration");
    }

    /** Where the pages and the OAuth endpoints of all pools are; the client tells the pool. Another host than the API's. */
    URI domain() {
        return URI.create(
                "http://" + HttpFront.DOMAIN_HOST + ":" + endpoint.get().getPort());
    }

    String idOfNoPool() {
        return directory.region() + "_NoSuchPool";
    }

    static IllegalArgumentException unknown(String what, @Nullable String name) {
        return new IllegalArgumentException("the emulator's configuration has no such " + what + ": " + name);
    }

    /** Keys are slow to make: those of a pool that a call created wait for their first use. */
    private LivePool live(Pool pool) {
        return new LivePool(pool, keys.computeIfAbsent(pool.id(), id -> PoolKeys.generate()));
    }

    /** A user pool while the emulator runs. */
    record LivePool(Pool pool, PoolKeys keys) {

        String id() {
            return pool.id();
        }

        Optional<User> user(String username) {
            return pool.accounts().typed(username).map(LivePool::userOf);
        }

        Optional<Group> group(String name) {
            return pool.groups().find(name).map(LivePool::groupOf);
        }

        Optional<String> client(String id) {
            return pool.clients().find(id).map(AppClient::clientId);
        }

        Optional<String> firstClient() {
            return pool.clients().all().stream().findFirst().map(AppClient::clientId);
        }

        static User userOf(Account account) {
            return new User(account.username(), account.sub(), List.copyOf(account.groups()), account.attributes());
        }

        static Group groupOf(io.github.cognitoee.emulator.internal.pool.Group group) {
            return new Group(group.groupName(), group.precedence(), group.roleArn());
        }
    }
}
