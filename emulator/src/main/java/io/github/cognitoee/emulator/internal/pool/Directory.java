package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All user pools of the account. Thread-safe. */
public final class Directory {

    private final String region;
    private final String accountId;
    private final Pool.Means means;
    private final Table<Pool> pools =
            new Table<>(key -> ErrorType.RESOURCE_NOT_FOUND.because("User pool " + key + " does not exist."));

    public Directory(String region, String accountId, Pool.Means means) {
        this.region = region;
        this.accountId = accountId;
        this.means = means;
    }

    public Optional<Pool> find(String id) {
        return pools.find(id);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none */
    public Pool pool(String id) {
        return pools.required(id);
    }

    public List<Pool> all() {
        return pools.all();
    }

    public Optional<Pool> findOfClient(String clientId) {
        return all().stream()
                .filter(pool -> pool.clients().find(clientId).isPresent())
                .findFirst();
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if no pool has the client */
    public Pool poolOfClient(String clientId) {
        return findOfClient(clientId)
                .orElseThrow(() ->
                        ErrorType.RESOURCE_NOT_FOUND.because("User pool client " + clientId + " does not exist."));
    }

    public Optional<Pool> findOfDomain(String domain) {
        return all().stream()
                .filter(pool -> pool.domain().filter(domain::equals).isPresent())
                .findFirst();
    }

    public Pool create(String name, PoolSettings settings, UsernameRules rules, List<Schema.Definition> schema) {
        return add(RandomIds.poolId(region), name, settings, rules, schema);
    }

    /** Adds a pool under an id of the emulator's configuration. */
    public Pool add(
            String id, String name, PoolSettings settings, UsernameRules rules, List<Schema.Definition> schema) {
        Instant now = means.clock().instant();
        Pool.Nature nature = new Pool.Nature(id, arn(id), now, rules, new Schema(schema));
        Pool pool = new Pool(nature, new Pool.Description(name, settings, now), means);
        return pools.add(id, pool, () -> ErrorType.INVALID_PARAMETER.because("The pool exists."));
    }

    /** Adds a pool as it was kept. */
    public void restore(PoolState state) {
        pools.put(state.id(), Pool.restored(state, arn(state.id()), means));
    }

    private String arn(String id) {
        return "arn:aws:cognito-idp:" + region + ":" + accountId + ":userpool/" + id;
    }

    /** Forgets all pools. */
    public void clear() {
        pools.clear();
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none, or it is protected */
    public void delete(String id) {
        Pool pool = pool(id);
        if (pool.settings().isProtected()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "The user pool cannot be deleted because deletion protection is activated. Deletion protection"
                            + " must be inactivated first.");
        }
        if (pool.domain().isPresent()) {
            throw ErrorType.INVALID_PARAMETER.because(
                    "User pool cannot be deleted. It has a domain configured that should be deleted first.");
        }
        pools.remove(id);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if the domain is taken, or the pool has one */
    public synchronized void addDomain(Pool pool, String domain) {
        if (findOfDomain(domain).isPresent()) {
            throw ErrorType.INVALID_PARAMETER.because("Domain already associated with another user pool.");
        }
        if (pool.domain().isPresent()) {
            throw ErrorType.INVALID_PARAMETER.because("User pool already has a domain configured.");
        }
        pool.setDomain(domain);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it is not the pool's */
    public synchronized void removeDomain(Pool pool, String domain) {
        requireDomain(pool, domain);
        pool.setDomain(null);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it is not the pool's */
    public void requireDomain(Pool pool, String domain) {
        if (pool.domain().filter(domain::equals).isEmpty()) {
            throw ErrorType.INVALID_PARAMETER.because("No such domain or user pool exists.");
        }
    }

    public String region() {
        return region;
    }

    public String accountId() {
        return accountId;
    }
}
