package io.github.cognitoee.emulator.internal.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of a policy, and where it stands in it. */
public record Members(String path, Map<?, ?> values) {

    /** @throws InvalidPolicyException if it is no object */
    public static Members of(String path, @Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return new Members(path, map);
        }
        throw InvalidPolicyException.syntax(path, "expected an object");
    }

    /** The names of its members, as they come. */
    List<String> names() {
        return values.keySet().stream().map(Object::toString).toList();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What a member is; null where there is none. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** Where a member stands, or would. */
    public String pathOf(String name) {
        return path + "." + name;
    }

    /** @throws InvalidPolicyException if it is no object */
    public Members object(String name) {
        return of(pathOf(name), get(name));
    }

    /**
     * One text or several; truth values count as theirs.
     *
     * @throws InvalidPolicyException if there is none
     */
    public List<String> texts(String name) {
        Object json = get(name);
        List<?> list = json instanceof List<?> several ? several : json == null ? List.of() : List.of(json);
        if (list.isEmpty() || !list.stream().allMatch(item -> item instanceof String || item instanceof Boolean)) {
            throw InvalidPolicyException.syntax(pathOf(name), "expected a text or a list of texts");
        }
        return list.stream().map(Object::toString).toList();
    }

    /**
     * The effect of a statement.
     *
     * @throws InvalidPolicyException if it is neither Allow nor Deny
     */
    public boolean allows() {
        Object effect = get("Effect");
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw InvalidPolicyException.syntax(pathOf("Effect"), "expected \"Allow\" or \"Deny\"");
        }
        return "Allow".equals(effect);
    }

    /** @throws InvalidPolicyException if it has another member than these */
    public void refuseOthers(Set<String> known) {
        names().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw InvalidPolicyException.syntax(pathOf(name), "the emulator does not know this member");
        });
    }
}
