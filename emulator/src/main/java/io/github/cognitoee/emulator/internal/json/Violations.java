package io.github.cognitoee.emulator.internal.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints that one request breaks, told together in the words of AWS' services. */
final class Violations {

    private final List<String> list = new ArrayList<>();

    void addNull(String path) {
        list.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
    }

    /** @param value null if it must not be told */
    void add(String path, @Nullable Object value, String constraint) {
        String found = value == null ? "Value" : "Value '" + value + "'";
        list.add(found + " at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    /** @throws Refusal of this type, if there are any */
    void refuseAny(ErrorType type) {
        if (!list.isEmpty()) {
            String count = list.size() + (list.size() == 1 ? " validation error" : " validation errors");
            throw type.because(count + " detected: " + String.join("; ", list));
        }
    }
}
