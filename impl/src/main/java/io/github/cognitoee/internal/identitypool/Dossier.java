package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LinkedUser;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is known of one person: their identity ids, and under which keys there are credentials of theirs. Each is itself only: what
 * is issued for one that was replaced meanwhile is found by nobody. Thread-safe.
 */
final class Dossier {

    /** More than a person has in use at a time: credentials that are being issued meanwhile are not forgotten. */
    private static final int MANY = 64;

    /** Made once: it is that of nearly everybody, each time they come. */
    private final LoginKey idTokenAlone;

    /** Most people have one login; one caller for whom the application vouches as many users has as many. */
    private final Map<LoginKey, String> identityIds;

    private final Set<CredentialsKey> keys = ConcurrentHashMap.newKeySet();

    /** Of so many keys those that have gone are forgotten. It grows with them, lest each more have all of them looked at. */
    private volatile int crowd = MANY;

    private volatile boolean incomplete;

    Dossier(PersonKey person) {
        this(new LoginKey(person, Set.of()), Map.of(), false);
    }

    private Dossier(LoginKey idTokenAlone, Map<LoginKey, String> identityIds, boolean incomplete) {
        this.idTokenAlone = idTokenAlone;
        this.identityIds = new ConcurrentHashMap<>(identityIds);
        this.incomplete = incomplete;
    }

    /** Whether there were logins, and may be credentials, whose identities are not known here any more. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** The logins with which the person comes. */
    LoginKey login(IdentityPoolConfig pool, Applicant applicant) {
        return applicant.others().isEmpty() && !applicant.isVouchedFor()
                ? idTokenAlone
                : LoginKey.of(idTokenAlone.person(), pool, applicant);
    }

    Optional<String> identityId(LoginKey login) {
        return Optional.ofNullable(identityIds.get(login));
    }

    /**
     * Notes an identity, and at times forgets those of logins without credentials, for which can be asked again.
     *
     * @return the one of before
     */
    Optional<String> identify(LoginKey login, String identityId) {
        if (identityIds.size() >= keys.size() + MANY) {
            incomplete = true; // before they go: who misses them looks here next
            Set<LoginKey> inUse = keys.stream().map(CredentialsKey::login).collect(Collectors.toSet());
            identityIds.keySet().removeIf(known -> !known.equals(login) && !inUse.contains(known));
        }
        return Optional.ofNullable(identityIds.put(login, identityId));
    }

    void forgetIdentity(LoginKey login, String identityId) {
        identityIds.remove(login, identityId);
    }

    /**
     * All logins of a person are of one identity: this one.
     *
     * @return those that were of others
     */
    Set<LoginKey> forgetOthersThan(String identityId) {
        return forgetIdentities(id -> !id.equals(identityId));
    }

    Set<LoginKey> loginsOf(Predicate<String> identities) {
        Set<LoginKey> theirs = new HashSet<>();
        identityIds.forEach((login, id) -> {
            if (identities.test(id)) {
                theirs.add(login);
            }
        });
        return theirs;
    }

    /** @return the logins that were of these */
    Set<LoginKey> forgetIdentities(Predicate<String> gone) {
        Set<LoginKey> theirs = new HashSet<>();
        identityIds.forEach((login, id) -> {
            if (gone.test(id) && identityIds.remove(login, id)) {
                theirs.add(login);
            }
        });
        return theirs;
    }

    /** The identities of logins that are of one of these users. */
    Set<String> identitiesOf(Set<LinkedUser> users) {
        Set<String> theirs = new HashSet<>();
        identityIds.forEach((login, id) -> {
            if (!Collections.disjoint(login.linked(), users)) {
                theirs.add(id);
            }
        });
        return theirs;
    }

    /** Notes that there are credentials under a key, or will be in a moment, and at times forgets those that have gone. */
    void note(CredentialsKey key, Predicate<CredentialsKey> isThere) {
        if (keys.size() >= crowd) {
            keys.removeIf(known -> !isThere.test(known));
            crowd = Math.max(MANY, 2 * keys.size());
        }
        keys.add(key);
    }

    void forEachKey(Predicate<CredentialsKey> condition, Consumer<CredentialsKey> doing) {
        keys.stream().filter(condition).forEach(doing);
    }

    /** The same person without the credentials of a sign-in; those of others are taken along. */
    Dossier withoutSignInOf(CredentialsKey ended, CredentialsCache<CredentialsKey> cache) {
        Dossier next = withoutCredentials();
        for (CredentialsKey key : keys) {
            CredentialsKey kept = key.in(next);
            if (key.isOfSameSignInAs(ended)) {
                cache.remove(key);
            } else if (cache.move(key, kept)) {
                next.keys.add(kept);
            }
        }
        return next;
    }

    /** The same person without credentials. What id they have is no secret, and stays. */
    Dossier withoutCredentials() {
        return new Dossier(idTokenAlone, identityIds, incomplete);
    }
}
