package io.github.cognitoee.emulator.internal.idp;

import io.github.cognitoee.emulator.internal.json.ErrorType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The map of texts that a sign-in or the answer to a challenge brings along. */
record Parameters(Map<String, String> map) {

    static Parameters of(@Nullable Map<String, String> map) {
        return new Parameters(map == null ? Map.of() : map);
    }

    /** @throws io.github.cognitoee.emulator.internal.json.Refusal if it is missing */
    String required(String name) {
        return find(name).orElseThrow(() -> ErrorType.INVALID_PARAMETER.because("Missing required parameter " + name));
    }

    @Nullable
    String optional(String name) {
        return map.get(name);
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(map.get(name)).filter(value -> !value.isEmpty());
    }

    /** Tells names alone. */
    @Override
    public String toString() {
        return "Parameters" + map.keySet();
    }
}
