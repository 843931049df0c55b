package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the addresses of AWS by another's, for development and tests. Refused unless {@code
 * cognito.allow-endpoint-override=true} says that it is meant, and in plain http only on the loopback interface.
 */
final class EndpointOverride {

    private final ConfigReader reader;
    private final boolean allowed;

    EndpointOverride(ConfigReader reader) {
        this.reader = reader;
        this.allowed = reader.flag(Keys.ALLOW_ENDPOINT_OVERRIDE, false);
    }

    /** The address under the special key, else under {@code cognito.endpoint}. */
    Optional<URI> endpoint(Key key) {
        Optional<URI> special = only(key);
        return special.isPresent() ? special : only(Keys.ENDPOINT);
    }

    /** Where the API of user pools is called. */
    URI userPoolApi(Region region) {
        return endpoint(Keys.USER_POOL_ENDPOINT)
                .orElseGet(() -> URI.create("https://cognito-idp." + region + "." + region.dnsSuffix()));
    }

    /** Other issuers than those that AWS gives the pool; empty for none. */
    Set<String> issuers() {
        Set<String> issuers = reader.list(Keys.USER_POOL_ISSUER);
        if (!issuers.isEmpty()) {
            requireAllowed(Keys.USER_POOL_ISSUER);
        }
        return issuers;
    }

    /** The address under this very key. */
    Optional<URI> only(Key key) {
        return reader.find(key).map(value -> {
            requireAllowed(key);
            return parse(key, value);
        });
    }

    private void requireAllowed(Key key) {
        if (!allowed) {
            throw reader.invalid(
                    key,
                    "replaces an address of AWS, which is for development only; set "
                            + Keys.ALLOW_ENDPOINT_OVERRIDE.name() + "=true if this is meant, or remove it");
        }
    }

    private URI parse(Key key, String value) {
        URI uri = WebAddress.parse(value)
                .orElseThrow(() ->
                        reader.invalid(key, "is '" + value + "', expected an address such as http://127.0.0.1:9339"));
        if (!WebAddress.isSafe(uri)) {
            throw reader.invalid(key, "is '" + value + "': plain http is accepted on the loopback interface only");
        }
        return value.endsWith("/") ? URI.create(value.substring(0, value.length() - 1)) : uri;
    }
}
