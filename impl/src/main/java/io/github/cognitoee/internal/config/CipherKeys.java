package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.util.List;
import java.util.Set;

/** Reads lists of keys that encrypt what others keep for us. */
final class CipherKeys {

    private CipherKeys() {}

    /** Empty where the configuration names none. */
    static List<CipherKey> read(ConfigReader reader, Key key) {
        return reader.secret(key).map(secret -> parse(secret, reader, key)).orElse(List.of());
    }

    /** The keys in a value that was read already. */
    static List<CipherKey> parse(Secret secret, ConfigReader reader, Key key) {
        try {
            return parse(ListText.values(secret.reveal()));
        } catch (CognitoConfigurationException e) {
            throw reader.invalid(
                    key,
                    "cannot be taken: " + e.getMessage()
                            + "; expected 32 bytes in Base64 each, as `openssl rand -base64 32` makes them");
        }
    }

    private static List<CipherKey> parse(Set<String> keys) {
        if (keys.isEmpty()) {
            throw new CognitoConfigurationException("there is no key");
        }
        return keys.stream().map(CipherKey::parse).toList();
    }
}
