package io.github.cognitoee.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoee.emulator.internal.pool.Functions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions that are called where Cognito calls Lambda functions.
 *
 * <pre>{@code
 * emulator.triggers().on(Trigger.PRE_SIGN_UP, event -> event.response().put("autoConfirmUser", true));
 * }</pre>
 *
 * A function stays until another takes its place or it is cleared. Safe for use by many threads.
 */
public final class Triggers {

    private static final String ALL_POOLS = "";

    private final Map<Place, Entry> configured;
    private final Map<Place, Entry> functions = new ConcurrentHashMap<>();

    /** @param configured those that stay when all others are cleared */
    Triggers(Map<Place, Entry> configured) {
        this.configured = Map.copyOf(configured);
        clear();
    }

    /** Calls this function in all user pools, except those that were given another. */
    public void on(Trigger trigger, TriggerFunction function) {
        on(ALL_POOLS, trigger, function);
    }

    /** Calls this function in one user pool, whatever is called in the others. The pool may be made later. */
    public void on(String poolId, Trigger trigger, TriggerFunction function) {
        functions.put(new Place(poolId, trigger.wireName()), new Entry(trigger, function));
    }

    /** Calls no function of this trigger any more. */
    public void clear(Trigger trigger) {
        functions.keySet().removeIf(place -> place.trigger().equals(trigger.wireName()));
    }

    /** Calls no function any more, but those that the emulator was built with. */
    public void clear() {
        functions.clear();
        functions.putAll(configured);
    }

    /** As operations and pages see them. */
    Functions functions() {
        return (poolId, trigger) -> Optional.ofNullable(functions.get(new Place(poolId, trigger)))
                .or(() -> Optional.ofNullable(functions.get(new Place(ALL_POOLS, trigger))))
                .map(entry -> entry);
    }

    /** Where a function is called. */
    record Place(String poolId, String trigger) {

        static Place of(Trigger trigger) {
            return new Place(ALL_POOLS, trigger.wireName());
        }
    }

    /** A function, and what its events are to look like. */
    record Entry(Trigger trigger, TriggerFunction function) implements Functions.Trigger {

        Entry {
            Objects.requireNonNull(trigger, "trigger");
            Objects.requireNonNull(function, "function");
        }

        @Override
        public String version() {
            return trigger.version();
        }

        @Override
        public ObjectNode call(ObjectNode content) throws Exception {
            TriggerEvent event = new TriggerEvent(content);
            function.handle(event);
            return event.response();
        }
    }

    @Override
    public String toString() {
        return "Triggers" + functions.keySet();
    }
}
