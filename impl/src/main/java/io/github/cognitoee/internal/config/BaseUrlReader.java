package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how the application knows its own address, and that of its clients. */
final class BaseUrlReader {

    private static final Pattern LISTED_HOST = Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private final ConfigReader reader;

    BaseUrlReader(ConfigReader reader) {
        this.reader = reader;
    }

    BaseUrlConfig read() {
        Optional<URI> fixed = reader.find(Keys.SESSION_BASE_URL).map(text -> WebAddress.parse(text)
                .filter(WebAddress::isSafe)
                .filter(address -> address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null)
                .map(address -> URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text))
                .orElseThrow(() -> reader.invalid(
                        Keys.SESSION_BASE_URL,
                        "is '" + text + "', expected the application's address with its context path, such as"
                                + " https://www.example.com/photos")));
        return new BaseUrlConfig(fixed, hosts(), reader.list(Keys.SESSION_PROXIES));
    }

    /** A host of another form would be listed and never found. */
    private Set<String> hosts() {
        return reader.list(Keys.SESSION_HOSTS).stream()
                .map(host -> {
                    String lower = host.toLowerCase(Locale.ROOT);
                    if (!LISTED_HOST.matcher(lower).matches()) {
                        throw reader.invalid(
                                Keys.SESSION_HOSTS,
                                "is '" + host + "', expected hosts as in www.example.com or www.example.com:8443");
                    }
                    return lower;
                })
                .collect(Collectors.toSet());
    }
}
