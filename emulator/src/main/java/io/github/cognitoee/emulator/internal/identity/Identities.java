package io.github.cognitoee.emulator.internal.identity;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * All identities, and which login belongs to which. A login has the same identity at every start of the emulator, until
 * that identity is deleted. Thread-safe.
 */
final class Identities {

    /** Who came first survives a merge; guests give way to those with a login. */
    private static final Comparator<Identity> SENIORITY = Comparator.comparing(
                    (Identity identity) -> identity.logins().isEmpty())
            .thenComparing(Identity::created)
            .thenComparing(Identity::id);

    private final String region;
    private final Clock clock;
    private final Map<String, Identity> byId = new LinkedHashMap<>();
    private final Map<Link, String> idByLogin = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    Identities(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /** As they were kept. */
    synchronized void restore(IdentityState state) {
        state.identities().forEach(this::stored);
        deleted.addAll(state.deleted());
    }

    synchronized List<Identity> all() {
        return List.copyOf(byId.values());
    }

    /** The ids of those that were deleted. */
    synchronized Set<String> deleted() {
        return new TreeSet<>(deleted);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if there is none */
    synchronized Identity required(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> ErrorType.RESOURCE_NOT_FOUND.because("Identity '" + id + "' not found."));
    }

    synchronized Optional<Identity> ofLogin(String poolId, Login login) {
        return Optional.ofNullable(idByLogin.get(new Link(poolId, login))).map(byId::get);
    }

    /** All of a pool, in the order of their making. */
    synchronized List<Identity> ofPool(String poolId) {
        return byId.values().stream()
                .filter(identity -> identity.poolId().equals(poolId))
                .toList();
    }

    synchronized Identity newGuest(String poolId) {
        return stored(new Identity(newId(), poolId, Set.of(), clock.instant(), clock.instant(), true));
    }

    /** The one identity of these logins: made if none of them has one, merged if several have. */
    synchronized Identity ofLogins(String poolId, List<Login> logins) {
        Collection<Identity> known = knownOf(poolId, logins);
        if (known.isEmpty()) {
            known.add(new Identity(
                    newId(poolId, logins.get(0)), poolId, Set.of(), clock.instant(), clock.instant(), true));
        }
        return merged(bySeniority(known), logins);
    }

    /** The identity after it was linked to these logins, or the one that it was merged into. */
    synchronized Identity linked(Identity identity, List<Login> logins) {
        Set<Identity> all = knownOf(identity.poolId(), logins);
        all.add(required(identity.id()));
        return merged(bySeniority(all), logins);
    }

    /** The destination with all logins of the source, which can be used no more. */
    synchronized Identity absorbed(Identity destination, Identity source) {
        return merged(List.of(destination, source), List.of());
    }

    /** Takes these logins away; an identity that has none left can be used no more. */
    synchronized void unlink(Identity identity, Collection<Login> logins) {
        logins.forEach(login -> idByLogin.remove(new Link(identity.poolId(), login)));
        Set<Login> rest = new LinkedHashSet<>(identity.logins());
        rest.removeAll(logins);
        stored(identity.with(rest, !rest.isEmpty(), clock.instant()));
    }

    /** Whether there was one. */
    synchronized boolean delete(String id) {
        return deleteIf(identity -> identity.id().equals(id));
    }

    synchronized void deleteOfPool(String poolId) {
        deleteIf(identity -> identity.poolId().equals(poolId));
    }

    /** Those of pools that are gone. */
    synchronized void deleteUnlessOf(Set<String> poolIds) {
        deleteIf(identity -> !poolIds.contains(identity.poolId()));
    }

    /** The first survives. */
    private Identity merged(List<Identity> identities, List<Login> logins) {
        Identity survivor = identities.get(0);
        Set<Login> all = new LinkedHashSet<>(logins);
        identities.forEach(identity -> all.addAll(identity.logins()));
        refuseSecondUserOfOneProvider(all);
        identities.stream()
                .filter(other -> !other.id().equals(survivor.id()))
                .forEach(other -> stored(other.with(Set.of(), false, clock.instant())));
        return stored(all.equals(survivor.logins()) ? survivor : survivor.with(all, true, clock.instant()));
    }

    private static List<Identity> bySeniority(Collection<Identity> identities) {
        return identities.stream().sorted(SENIORITY).toList();
    }

    private Set<Identity> knownOf(String poolId, List<Login> logins) {
        Set<Identity> known = new LinkedHashSet<>();
        logins.forEach(login -> ofLogin(poolId, login).ifPresent(known::add));
        return known;
    }

    private Identity stored(Identity identity) {
        byId.put(identity.id(), identity);
        identity.logins().forEach(login -> idByLogin.put(new Link(identity.poolId(), login), identity.id()));
        return identity;
    }

    private boolean deleteIf(Predicate<Identity> condition) {
        List<Identity> doomed = byId.values().stream().filter(condition).toList();
        doomed.forEach(identity -> {
            byId.remove(identity.id());
            identity.logins().forEach(login -> idByLogin.remove(new Link(identity.poolId(), login)));
            deleted.add(identity.id());
        });
        return !doomed.isEmpty();
    }

    private static void refuseSecondUserOfOneProvider(Set<Login> logins) {
        logins.stream()
                .filter(login -> logins.stream().anyMatch(login::excludes))
                .findFirst()
                .ifPresent(login -> {
                    throw ErrorType.RESOURCE_CONFLICT.because(
                            "The identity is linked to another user of " + login.provider() + " already.");
                });
    }

    private String newId(String poolId, Login login) {
        String name = String.join("\n", poolId, login.provider(), login.subject());
        String id = region + ":" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return byId.containsKey(id) || deleted.contains(id) ? newId() : id;
    }

    private String newId() {
        return region + ":" + UUID.randomUUID();
    }

    private record Link(String poolId, Login login) {}
}
