package io.github.cognitoee.examples.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person's request came from, by which Cognito's threat protection judges a sign-in: the last address on its way that
 * is none of the proxies of {@code ACCOUNTS_PROXIES}. The address of a proxy would be that of everybody.
 */
@ApplicationScoped
public class ClientAddress {

    List<String> proxies = addresses(System.getenv().getOrDefault("ACCOUNTS_PROXIES", ""));

    /** @return empty where nothing but proxies is known */
    public Optional<String> of(HttpServletRequest request) {
        List<String> forwardedFor = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> addresses(header).stream())
                .toList();
        List<String> way = Stream.concat(forwardedFor.stream(), Stream.of(request.getRemoteAddr()))
                .filter(address -> !proxies.contains(address))
                .toList();
        return way.isEmpty() ? Optional.empty() : Optional.of(way.get(way.size() - 1));
    }

    private static List<String> addresses(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
