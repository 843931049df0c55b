package io.github.cognitoee.it.claims;

import java.util.Map;
import java.util.stream.Collectors;

/** A testimony as a response body: lines of {@code key=value}. */
final class Lines {

    private Lines() {}

    static String of(Map<String, String> testimony) {
        return testimony.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n"));
    }
}
