package io.github.cognitoee.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that people at a desk, and tests in other languages, may ask of a running emulator over HTTP.
 *
 * @param change whether it changes the emulator: then by POST, else by GET
 * @param path such as {@code /dev/keys/{pool_id}/rotate}
 * @param parameters those of the query or the form that it takes; what stands in the path is not among them
 */
record DevEndpoint(boolean change, String path, String purpose, List<String> parameters, Answer answer) {

    private static final Pattern SEGMENT = Pattern.compile("\\{\\w+}");

    /** What it does, and tells. */
    @FunctionalInterface
    interface Answer {
        /** @return what has a JSON form */
        Object to(DevRequest request);
    }

    static DevEndpoint get(String path, String purpose, Answer answer, String... parameters) {
        return new DevEndpoint(false, path, purpose, Arrays.asList(parameters), answer);
    }

    static DevEndpoint post(String path, String purpose, Answer answer, String... parameters) {
        return new DevEndpoint(true, path, purpose, Arrays.asList(parameters), answer);
    }

    String method() {
        return change ? "POST" : "GET";
    }

    /** Whether a request's path is this one's. */
    boolean isAt(String requested) {
        return requested.matches(SEGMENT.matcher(path).replaceAll("[^/]+"));
    }
}
