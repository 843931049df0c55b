package io.github.cognitoee.emulator.internal.pool;

import io.github.cognitoee.emulator.internal.json.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Things of one kind in the order of their creation, by key. Thread-safe. */
public final class Table<T> {

    private final Map<String, T> rows = new LinkedHashMap<>();
    private final Function<String, Refusal> missing;

    /** @param missing the refusal for a key that is not there */
    Table(Function<String, Refusal> missing) {
        this.missing = missing;
    }

    public synchronized Optional<T> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** @throws Refusal if it is not there */
    public T required(String key) {
        return find(key).orElseThrow(() -> missing.apply(key));
    }

    public synchronized List<T> all() {
        return List.copyOf(rows.values());
    }

    /**
     * Adds a row.
     *
     * @param taken the refusal if the key is there already
     */
    public synchronized T add(String key, T row, Supplier<Refusal> taken) {
        if (rows.putIfAbsent(key, row) != null) {
            throw taken.get();
        }
        return row;
    }

    /** Adds or replaces a row. */
    synchronized void put(String key, T row) {
        rows.put(key, row);
    }

    /** @throws Refusal if it is not there */
    public synchronized T change(String key, UnaryOperator<T> change) {
        T changed = change.apply(required(key));
        rows.put(key, changed);
        return changed;
    }

    synchronized void clear() {
        rows.clear();
    }

    /** @throws Refusal if it is not there */
    public synchronized T remove(String key) {
        T row = required(key);
        rows.remove(key);
        return row;
    }
}
