package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.identitypool.CredentialsKey.LoginKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shared in caches that may be read and written by others: each entry is encrypted, and opens under its own name only. Credentials
 * are named by the generation of their login, too, so that changing that one entry takes them all away, at whichever
 * node. Thread-safe.
 */
final class SealedCredentials implements SharedCredentials {

    private static final System.Logger LOG = System.getLogger(SealedCredentials.class.getName());

    /** Sign-outs that wait for the cache to answer again; beyond, credentials stay there until they expire. */
    private static final int MOST_OWED = 10_000;

    /** Who comes first waits for the caches to be made; a server that has just started takes its time. */
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(5);

    private final Supplier<SharedStores> opening;
    private final SharedKeys keys;
    private final ByteCipher cipher;
    private final BriefCalls calls;
    private final Clock clock;
    private final Set<LoginKey> owed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final Object lock = new Object();
    private volatile @Nullable SharedStores stores;
    private boolean closed;

    /**
     * @param opening gives the caches when they are first needed, or throws; it is tried again then
     * @param calls to make while they are waited for; closed with this
     */
    SealedCredentials(
            Supplier<SharedStores> opening, SharedKeys keys, ByteCipher cipher, BriefCalls calls, Clock clock) {
        this.opening = opening;
        this.keys = keys;
        this.cipher = cipher;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Optional<IssuedCredentials> find(CredentialsKey key) {
        return ask(to -> login(key.login(), to)
                .flatMap(login -> {
                    String name = keys.of(key, login.generation());
                    return open(to.credentials(), name).flatMap(packed -> read(PackedEntries.credentials(packed)));
                })
                .filter(entry -> entry.isFresh(clock.instant()))
                .map(SharedEntry::issued));
    }

    @Override
    public Optional<String> identityId(LoginKey login) {
        return ask(to -> login(login, to).map(SharedLogin::identityId));
    }

    @Override
    public void put(CredentialsKey key, IssuedCredentials issued) {
        ask(to -> {
            SharedLogin login = login(key.login(), issued.identityId(), to);
            String name = keys.of(key, login.generation());
            seal(to.credentials(), name, PackedEntries.pack(new SharedEntry(issued, clock.instant())));
            return Optional.of(login);
        });
    }

    @Override
    public void put(LoginKey login, String identityId) {
        ask(to -> Optional.of(login(login, identityId, to)));
    }

    /** What cannot be done now is done before the cache is next asked by this node. */
    @Override
    public void forget(LoginKey login) {
        if (owed.size() < MOST_OWED) {
            owed.add(login);
        }
        ask(to -> Optional.empty());
    }

    /** Makes a call, and first those that earlier ones owe. */
    private <T> Optional<T> ask(Function<SharedStores, Optional<T>> question) {
        Supplier<Optional<T>> call = () -> {
            SharedStores to = opened();
            owed.removeIf(login -> isForgotten(login, to));
            return question.apply(to);
        };
        return stores == null ? calls.ask(LONGEST_OPENING, call) : calls.ask(call);
    }

    /** One that cannot be read here may be read by nodes that have other keys. */
    private boolean isForgotten(LoginKey login, SharedStores to) {
        login(login, to)
                .ifPresentOrElse(known -> put(login, SharedLogin.anew(known.identityId()), to), () -> to.logins()
                        .remove(keys.of(login)));
        return true;
    }

    private SharedStores opened() {
        SharedStores known = stores;
        if (known != null) {
            return known;
        }
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            SharedStores landed = stores;
            SharedStores open = landed != null ? landed : opening.get();
            stores = open;
            return open;
        }
    }

    private Optional<SharedLogin> login(LoginKey login, SharedStores to) {
        return open(to.logins(), keys.of(login)).flatMap(packed -> read(PackedEntries.login(packed)));
    }

    /** Known as it is; anew where it has another identity id by now, whose credentials no longer count. */
    private SharedLogin login(LoginKey key, String identityId, SharedStores to) {
        return login(key, to)
                .filter(known -> known.identityId().equals(identityId))
                .orElseGet(() -> put(key, SharedLogin.anew(identityId), to));
    }

    private SharedLogin put(LoginKey key, SharedLogin login, SharedStores to) {
        seal(to.logins(), keys.of(key), PackedEntries.pack(login));
        return login;
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
            synchronized (lock) { // what is just being opened is waited for, and closed
                closed = true;
                SharedStores open = stores;
                if (open != null) {
                    open.close();
                }
            }
        });
    }
}
