package io.github.cognitoee.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the addresses of AWS by another's, for development and tests. Refused unless {@code
 * cognito.allow-endpoint-override=true} says that it is meant, and in plain http only on the loopback interface.
 */
final class EndpointOverride {

    static final String ALLOW = "cognito.allow-endpoint-override";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ConfigReader reader;
    private final boolean allowed;

    EndpointOverride(ConfigReader reader) {
        this.reader = reader;
        this.allowed = reader.flag(ALLOW, false);
    }

    /** The address under the special key, else under {@code cognito.endpoint}. */
    Optional<URI> endpoint(String key) {
        Optional<URI> special = address(key);
        return special.isPresent() ? special : address("cognito.endpoint");
    }

    /** Other issuers than those that AWS gives the pool; empty for none. */
    Set<String> issuers() {
        String key = "cognito.user-pool.issuer";
        Set<String> issuers = reader.strings(key, new String[0]);
        if (!issuers.isEmpty()) {
            requireAllowed(key);
        }
        return issuers;
    }

    private Optional<URI> address(String key) {
        return reader.find(key).map(value -> {
            requireAllowed(key);
            return parse(key, value);
        });
    }

    private void requireAllowed(String key) {
        if (!allowed) {
            throw reader.invalid(
                    key,
                    "replaces an address of AWS, which is for development only; set " + ALLOW
                            + "=true if this is meant, or remove it");
        }
    }

    private URI parse(String key, String value) {
        URI uri;
        try {
            uri = new URI(value);
        } catch (URISyntaxException e) {
            throw reader.invalid(key, "is '" + value + "', expected an address such as http://127.0.0.1:9339");
        }
        boolean http = "http".equals(uri.getScheme());
        if (uri.getHost() == null || !(http || "https".equals(uri.getScheme()))) {
            throw reader.invalid(key, "is '" + value + "', expected an address such as http://127.0.0.1:9339");
        }
        if (http && !LOOPBACK.contains(uri.getHost())) {
            throw reader.invalid(key, "is '" + value + "': plain http is accepted on the loopback interface only");
        }
        return value.endsWith("/") ? URI.create(value.substring(0, value.length() - 1)) : uri;
    }
}
