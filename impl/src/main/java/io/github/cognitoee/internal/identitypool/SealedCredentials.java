package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import io.github.cognitoee.internal.identitypool.CredentialsKey.PersonKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shared in caches that may be read and written by others: each entry is encrypted, and opens under its own name only. Credentials
 * are named by the generation of the person, too, so that changing that one entry takes them all away, at whichever
 * node and of whatever login. Thread-safe.
 */
final class SealedCredentials implements SharedCredentials {

    private static final System.Logger LOG = System.getLogger(SealedCredentials.class.getName());

    /** Sign-outs and the like that wait for the cache to answer again; beyond, what fails leaves credentials there to expire. */
    private static final int MOST_OWED = 10_000;

    /** Who comes first waits for the caches to be made, and nobody else; a server that has just started takes its time. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(5);

    private final SharedStoresOpening opening;
    private final SharedKeys keys;
    private final ByteCipher cipher;
    private final BriefCalls calls;
    private final Clock clock;
    private final Set<Forgetting> owed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SharedStores stores;
    private boolean closed;

    /**
     * @param opening of the caches, when they are first needed, and again where they were closed or it failed; closed with this
     * @param calls to make while they are waited for; closed with this
     */
    SealedCredentials(SharedStoresOpening opening, SharedKeys keys, ByteCipher cipher, BriefCalls calls, Clock clock) {
        this.opening = opening;
        this.keys = keys;
        this.cipher = cipher;
        this.calls = calls;
        this.clock = clock;
    }

    /** Who has no generation yet is given one at once, so that a sign-out during the exchange is noticed. */
    @Override
    public Sighting find(CredentialsKey key) {
        return ask(to -> Optional.of(sighting(key, to))).orElse(Sighting.NONE);
    }

    private Sighting sighting(CredentialsKey key, SharedStores to) {
        Optional<String> generation = generation(key.person(), to);
        if (generation.isEmpty()) {
            return Sighting.of(renew(key.person(), to));
        }
        return Sighting.of(generation.get(), credentials(key, generation.get(), to), clock.instant());
    }

    @Override
    public Optional<String> identityId(LoginKey login) {
        return ask(to -> identityId(login, to));
    }

    /** A sign-out in the midst of it makes another generation, under which what is written here is not found. */
    @Override
    public void put(CredentialsKey key, IssuedCredentials issued, Sighting seen) {
        if (seen.generation().isEmpty()) {
            return;
        }
        tell(to -> {
            if (generation(key.person(), to).equals(seen.generation())
                    && identify(key.login(), issued.identityId(), to)) {
                SharedEntry entry = new SharedEntry(issued, clock.instant());
                seal(to.credentials(), keys.of(key, seen.generation().get()), PackedEntries.pack(entry));
            }
        });
    }

    @Override
    public void put(LoginKey login, String identityId) {
        tell(to -> identify(login, identityId, to));
    }

    /** What cannot be done now is done before the cache is next asked by this node. */
    @Override
    public void forget(PersonKey person, Set<LoginKey> logins) {
        Forgetting forgetting = new Forgetting(person, logins);
        if (owed.size() < MOST_OWED) {
            owed.add(forgetting);
            tell(to -> {}); // what is owed is done first
        } else if (ask(to -> Optional.of(isDone(forgetting, to))).isEmpty() && lost.compareAndSet(false, true)) {
            Problem.SHARED_CACHE_FAILED.log(
                    LOG,
                    "{0} sign-outs wait for the shared cache of credentials: the credentials of others who sign out stay"
                            + " there until they expire",
                    owed.size());
        }
    }

    /** Makes a call, and first those that earlier ones owe. */
    private <T> Optional<T> ask(Function<SharedStores, Optional<T>> question) {
        Supplier<Optional<T>> call = () -> {
            SharedStores to = opened();
            settle(to);
            return question.apply(to);
        };
        return stores == null ? calls.ask(LONGEST_OPENING, call) : calls.ask(call);
    }

    /** The same, without an answer. */
    private void tell(Consumer<SharedStores> news) {
        ask(to -> {
            news.accept(to);
            return Optional.empty();
        });
    }

    private void settle(SharedStores to) {
        owed.removeIf(forgetting -> isDone(forgetting, to));
    }

    /** Identity ids first: credentials of the new generation are to be exchanged without them. */
    private boolean isDone(Forgetting forgetting, SharedStores to) {
        forgetting.logins.forEach(login -> to.logins().remove(keys.of(login)));
        renew(forgetting.person, to);
        return true;
    }

    /** An engine that was shut down and started again has other caches of the same names. */
    private SharedStores opened() {
        SharedStores known = stores;
        if (known != null && !known.isClosed()) {
            return known;
        }
        if (!lock.tryLock()) { // as long as the opening takes, threads would wait here
            throw new BriefCalls.BusyException("the caches are being opened");
        }
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            SharedStores landed = stores;
            SharedStores open = landed != null && !landed.isClosed() ? landed : opening.open();
            stores = open;
            return open;
        } finally {
            lock.unlock();
        }
    }

    private Optional<SharedEntry> credentials(CredentialsKey key, String generation, SharedStores to) {
        return open(to.credentials(), keys.of(key, generation))
                .flatMap(packed -> read(PackedEntries.credentials(packed)));
    }

    private Optional<String> identityId(LoginKey login, SharedStores to) {
        return open(to.logins(), keys.of(login)).flatMap(packed -> read(PackedEntries.text(packed)));
    }

    private Optional<String> generation(PersonKey person, SharedStores to) {
        return open(to.logins(), keys.of(person)).flatMap(packed -> read(PackedEntries.text(packed)));
    }

    /** Credentials that were shared before are not found any more. None comes twice, whoever else writes meanwhile. */
    private String renew(PersonKey person, SharedStores to) {
        String generation = UUID.randomUUID().toString();
        seal(to.logins(), keys.of(person), PackedEntries.pack(generation));
        return generation;
    }

    /**
     * Has the login known by this identity.
     *
     * @return false where it had another before, and so the person another generation since
     */
    private boolean identify(LoginKey login, String identityId, SharedStores to) {
        Optional<String> before = identityId(login, to);
        if (before.equals(Optional.of(identityId))) {
            return true;
        }
        seal(to.logins(), keys.of(login), PackedEntries.pack(identityId));
        before.ifPresent(another -> renew(login.person(), to));
        return before.isEmpty();
    }

    private void seal(SharedStore store, String name, byte[] packed) {
        store.put(name, cipher.encrypt(packed, name));
    }

    private Optional<byte[]> open(SharedStore store, String name) {
        return store.get(name).flatMap(value -> read(cipher.decrypt(value, name)));
    }

    /** Anybody who writes into the cache could have it logged. */
    private <T> Optional<T> read(Optional<T> entry) {
        if (entry.isEmpty() && unreadable.compareAndSet(false, true)) {
            Problem.SHARED_CACHE_UNREADABLE.log(
                    LOG,
                    "an entry of the shared cache of credentials cannot be read and counts as absent: it was encrypted"
                            + " with another key, moved, or written by somebody else");
        }
        return entry;
    }

    @Override
    public void close() {
        calls.close(() -> {
            lock.lock(); // what is just being opened is waited for, and closed
            try {
                closed = true;
                leave();
            } finally {
                lock.unlock();
            }
        });
    }

    private void leave() {
        SharedStores open = stores;
        try {
            if (open != null) {
                leave(open);
            }
        } finally {
            opening.close();
        }
    }

    /** Nobody else knows what this node owes. */
    private void leave(SharedStores open) {
        try {
            settle(open);
        } finally {
            open.close();
        }
    }

    /** What is to go. Equal to no other: one that comes while another of the same person is being done is done as well. */
    private static final class Forgetting {

        private final PersonKey person;
        private final Set<LoginKey> logins;

        Forgetting(PersonKey person, Set<LoginKey> logins) {
            this.person = person;
            this.logins = Set.copyOf(logins);
        }
    }
}
