package io.github.cognitoee.emulator;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as its signature covers it: nothing decoded, header names in lower case.
 *
 * @param rawQuery empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // calls are not compared
record HttpCall(String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    static HttpCall of(Context context) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    Collections.list(context.req().getHeaders(name)));
        }
        String query = context.req().getQueryString();
        return new HttpCall(
                context.req().getMethod(),
                context.req().getRequestURI(),
                query == null ? "" : query,
                headers,
                context.bodyAsBytes());
    }

    /** The header's value, if it was sent exactly once. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Tells no header and no body: both may hold secrets. */
    @Override
    public String toString() {
        return "HttpCall[" + method + " " + rawPath + "]";
    }
}
