package io.github.cognitoee.emulator.internal.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser asks for.
 *
 * @param rawQuery empty without one
 * @param form empty unless it is sent as one
 * @param headers by names in lower case, those that were sent once
 */
public record PageRequest(
        boolean post,
        String path,
        String rawQuery,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Map<String, String> cookies,
        Map<String, String> headers) {

    /** A value of the form, empty where it is left out or given twice. */
    String field(String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    /** A parameter of the query that has a value. */
    Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The query as it came, with one parameter in place of others. */
    String queryWith(String name, String encodedValue, String... replaced) {
        List<String> gone = Stream.concat(Stream.of(name), Stream.of(replaced)).toList();
        Stream<String> others = Stream.of(rawQuery.split("&"))
                .filter(parameter ->
                        !parameter.isEmpty() && !gone.contains(parameter.split("=", 2)[0]));
        return Stream.concat(others, Stream.of(name + "=" + encodedValue)).collect(Collectors.joining("&"));
    }

    /** The path with the query that the sign-in began with. */
    String at(String otherPath) {
        return rawQuery.isEmpty() ? otherPath : otherPath + "?" + rawQuery;
    }

    /** Whether no page of another origin sent it; those that do not say are programs. */
    boolean isOfOwnPage() {
        String own = "http://" + header("host").orElse("");
        return header("origin").map(own::equals).orElse(true);
    }

    /** Tells neither cookie nor form. */
    @Override
    public String toString() {
        return "PageRequest[" + path + "]";
    }
}
