package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The caches in which nodes share what an identity pool answered.
 *
 * @param name of the cache of credentials
 * @param keys with which entries are encrypted: the first, and decrypted: all; at least one
 * @param uri of the cache manager; empty for the one that is a bean, else the provider's default
 */
public record SharedCacheConfig(String name, List<CipherKey> keys, Optional<URI> uri) {

    public SharedCacheConfig {
        keys = List.copyOf(keys);
    }

    /** Name of the cache of identity ids. */
    public String loginsName() {
        return name + ".logins";
    }
}
