package io.github.cognitoee.emulator.internal.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form body. An empty one counts as left out, one that is sent twice is an error (RFC 6749, 3.2). */
record Form(Map<String, List<String>> parameters) {

    Form {
        if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
            throw OAuthError.invalidRequest();
        }
    }

    Optional<String> find(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return find(name).orElseThrow(OAuthError::invalidRequest);
    }

    /** Tells names alone. */
    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}
