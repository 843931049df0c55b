package io.github.cognitoee.internal.config;

import io.github.cognitoee.Proof;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Reads how sessions are kept. */
final class SessionReader {

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
                new BaseUrlReader(reader).read(),
                CipherKeys.read(reader, Keys.SESSION_COOKIE_KEYS),
                new TokenKeeping(isInCookie(), cookieMaxAge(), tokenCacheBytes / OPENED_COOKIES_SHARE));
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
