package io.github.cognitoee.emulator;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a request to a development endpoint asks for: every parameter is known and given once. */
final class DevRequest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> inPath;
    private final Map<String, String> parameters;

    private DevRequest(Map<String, String> inPath, Map<String, String> parameters) {
        this.inPath = inPath;
        this.parameters = parameters;
    }

    /** @throws DevRefusal if it asks for what the endpoint does not know */
    static DevRequest of(Context context, DevEndpoint endpoint) {
        Map<String, String> parameters = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> add(parameters, name, values, endpoint));
        if (context.contentLength() != 0 && endpoint.change()) {
            form(context).forEach((name, values) -> {
                if (!name.equals(DevPage.TOKEN)) {
                    add(parameters, name, values, endpoint);
                }
            });
        }
        return new DevRequest(context.pathParamMap(), parameters);
    }

    private static Map<String, List<String>> form(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (type.split(";")[0].strip().equalsIgnoreCase(FORM)) {
            return context.formParamMap();
        }
        if (context.bodyAsBytes().length > 0) {
            throw DevRefusal.wrongContent("parameters stand in the query, or in a body of the type " + FORM);
        }
        return Map.of();
    }

    private static void add(Map<String, String> parameters, String name, List<String> values, DevEndpoint endpoint) {
        if (!endpoint.parameters().contains(name)) {
            throw DevRefusal.badRequest("unknown parameter " + name + ", expected "
                    + (endpoint.parameters().isEmpty()
                            ? "none"
                            : "one of " + String.join(", ", endpoint.parameters())));
        }
        if (values.size() != 1 || parameters.put(name, values.get(0)) != null) {
            throw DevRefusal.badRequest("the parameter " + name + " is given twice");
        }
    }

    /** @param name one that the endpoint's path has */
    String inPath(String name) {
        return Objects.requireNonNull(inPath.get(name), name);
    }

    /** A parameter that may be left out. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** @throws DevRefusal without it */
    String required(String name) {
        return optional(name).orElseThrow(() -> DevRefusal.badRequest("the parameter " + name + " is missing"));
    }

    /** @throws DevRefusal without it, or if it is none */
    Duration duration(String name) {
        return read(name, Duration::parse, "an ISO 8601 duration such as PT90S");
    }

    /** @throws DevRefusal without it, or if it is none */
    Instant time(String name) {
        return read(name, Instant::parse, "a time such as 2030-01-01T00:00:00Z");
    }

    /** @throws DevRefusal without it, or if it is none */
    long number(String name) {
        return read(name, Long::valueOf, "a number");
    }

    private <T> T read(String name, Function<String, T> parser, String expected) {
        String text = required(name);
        try {
            return parser.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw wrong(name, text, expected);
        }
    }

    static DevRefusal wrong(String name, String found, String expected) {
        return DevRefusal.badRequest(name + ": found \"" + found + "\", expected " + expected);
    }
}
