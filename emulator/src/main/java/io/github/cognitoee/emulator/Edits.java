package io.github.cognitoee.emulator;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes to a JSON object, in the order they were asked for. Immutable. */
record Edits(List<Consumer<Map<String, @Nullable Object>>> list) {

    static final Edits NONE = new Edits(List.of());

    Edits set(String name, @Nullable Object value) {
        return and(members -> members.put(name, value));
    }

    Edits remove(String name) {
        return and(members -> members.remove(name));
    }

    private Edits and(Consumer<Map<String, @Nullable Object>> edit) {
        return new Edits(Stream.concat(list.stream(), Stream.of(edit)).toList());
    }

    Map<String, Object> applied(Map<String, Object> members) {
        list.forEach(edit -> edit.accept(members));
        return members;
    }
}
