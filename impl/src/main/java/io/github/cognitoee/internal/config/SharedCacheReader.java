package io.github.cognitoee.internal.config;

import io.github.cognitoee.SharedCache;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads where nodes share what an identity pool answered, if they do. */
final class SharedCacheReader {

    private static final String API = "javax.cache.Caching";

    private final ConfigReader reader;
    private final AnnotatedReader annotations;
    private final Predicate<String> classes;

    SharedCacheReader(ConfigReader reader, AnnotatedReader annotations) {
        this(reader, annotations, SharedCacheReader::isPresent);
    }

    /** @param classes tells whether there is a class of a name */
    SharedCacheReader(ConfigReader reader, AnnotatedReader annotations, Predicate<String> classes) {
        this.reader = reader;
        this.annotations = annotations;
        this.classes = classes;
    }

    Optional<SharedCacheConfig> read(SharedCache said) {
        String name = annotations.string(Keys.SHARED_CACHE_NAME, said.name());
        Optional<Secret> keys = annotations.secret(Keys.SHARED_CACHE_KEYS, said.keys());
        Optional<URI> uri = uri(said.uri());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!classes.test(API)) {
            throw reader.invalid(
                    Keys.SHARED_CACHE_NAME,
                    "is '" + name + "', but neither the server nor the WAR has JCache (javax.cache:cache-api); add a"
                            + " provider of it to the WAR, or remove the key");
        }
        Secret secret = keys.orElseThrow(() -> reader.invalid(
                Keys.SHARED_CACHE_KEYS,
                "is missing, and credentials are shared encrypted only; expected 32 bytes in Base64, the same on all"
                        + " nodes, as `openssl rand -base64 32` makes them"));
        return Optional.of(new SharedCacheConfig(name, CipherKeys.parse(secret, reader, Keys.SHARED_CACHE_KEYS), uri));
    }

    private Optional<URI> uri(String member) {
        String text = annotations.string(Keys.SHARED_CACHE_URI, member);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            throw reader.invalid(
                    Keys.SHARED_CACHE_URI,
                    "is '" + text + "', expected a URI such as that of the provider's configuration");
        }
    }

    private static boolean isPresent(String name) {
        try {
            Class.forName(name, false, SharedCacheReader.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
