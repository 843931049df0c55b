package io.github.cognitoee.internal.config;

import io.github.cognitoee.CognitoConfigurationException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of AES-256 for what others keep for us. Prints nothing of itself. */
public final class CipherKey {

    private static final int LENGTH = 32;

    private final SecretKey key;

    private CipherKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** @throws CognitoConfigurationException if the text is not 32 bytes in Base64; the message does not show it */
    static CipherKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new CognitoConfigurationException("a key is no Base64");
        }
        if (bytes.length != LENGTH) {
            throw new CognitoConfigurationException("a key has " + bytes.length + " bytes");
        }
        return new CipherKey(bytes);
    }

    /** Known to this process alone. */
    public static CipherKey random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new CipherKey(bytes);
    }

    public SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "***";
    }
}
