package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.BaseUrlConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** Where a request came from: the last address on its way that is none of the application's own proxies. */
final class ClientAddress {

    private ClientAddress() {}

    static String of(HttpServletRequest request, BaseUrlConfig config) {
        String address = request.getRemoteAddr();
        List<String> way = forwardedFor(request);
        for (int last = way.size() - 1; last >= 0 && config.proxies().contains(address); last--) {
            address = way.get(last);
        }
        return address;
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
