package io.github.cognitoee.internal.caller;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request came from: the last address on its way that is none of the application's own proxies. */
public final class ClientAddress {

    private ClientAddress() {}

    /** @return empty where nothing but proxies is known: to judge all people by the address of one is worse than by none */
    public static Optional<String> of(HttpServletRequest request, BaseUrlConfig config) {
        if (request.getRemoteAddr() == null) { // of what is no IP connection
            return Optional.empty();
        }
        List<String> way = new ArrayList<>(forwardedFor(request));
        way.add(request.getRemoteAddr());
        Collections.reverse(way);
        return way.stream()
                .filter(address -> !config.proxies().contains(address))
                .findFirst();
    }

    private static List<String> forwardedFor(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("X-Forwarded-For");
        return headers == null
                ? List.of()
                : Collections.list(headers).stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
    }
}
