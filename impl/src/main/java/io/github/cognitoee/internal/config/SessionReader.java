package io.github.cognitoee.internal.config;

import io.github.cognitoee.Proof;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how sessions are kept, and how the application knows its own address. */
final class SessionReader {

    private static final Pattern LISTED_HOST = Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::\\d{1,5})?");

    private static final Duration DEFAULT_COOKIE_AGE = Duration.ofHours(12);

    /** A thousand sessions at once, where the heap has a gigabyte. */
    private static final int OPENED_COOKIES_SHARE = 8;

    private final ConfigReader reader;

    SessionReader(ConfigReader reader) {
        this.reader = reader;
    }

    /**
     * @param clientIds by which people sign in, of each way in which they may
     * @param tokenCacheBytes how much memory tokens that were seen before may take
     */
    SessionConfig read(UserPoolConfig userPool, Map<Proof, String> clientIds, long tokenCacheBytes) {
        return new SessionConfig(
                userPool,
                clientIds,
                baseUrl(),
                CipherKeys.read(reader, Keys.SESSION_COOKIE_KEYS),
                new TokenKeeping(isInCookie(), cookieMaxAge(), tokenCacheBytes / OPENED_COOKIES_SHARE));
    }

    private BaseUrlConfig baseUrl() {
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

    private boolean isInCookie() {
        return reader.find(Keys.SESSION_TOKEN_STORE)
                .map(name -> switch (name.toUpperCase(Locale.ROOT)) {
                    case "COOKIE" -> true;
                    case "SESSION" -> false;
                    default -> throw reader.invalid(
                            Keys.SESSION_TOKEN_STORE, "is '" + name + "', expected SESSION or COOKIE");
                })
                .orElse(false);
    }

    private Duration cookieMaxAge() {
        Duration age = reader.duration(Keys.SESSION_COOKIE_MAX_AGE, "PT12H").orElse(DEFAULT_COOKIE_AGE);
        if (age.isNegative() || age.isZero()) {
            throw reader.invalid(Keys.SESSION_COOKIE_MAX_AGE, "is " + age + ", expected more than nothing");
        }
        return age;
    }
}
