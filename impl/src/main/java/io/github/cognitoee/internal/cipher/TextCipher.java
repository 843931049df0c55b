package io.github.cognitoee.internal.cipher;

import io.github.cognitoee.internal.config.CipherKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Encrypts what browsers hold for us, in cookies or fields, so that they neither read nor change it. Thread-safe. */
public final class TextCipher {

    private final ByteCipher cipher;

    /** @param keys at least one */
    public TextCipher(List<CipherKey> keys) {
        this.cipher = new ByteCipher(keys);
    }

    /**
     * @param purpose what the content is for and whose: content for another purpose does not decrypt
     * @return base64url
     */
    public String encrypt(byte[] content, String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(content, purpose));
    }

    /** Empty for whatever was not encrypted by one of the keys for this purpose. */
    public Optional<byte[]> decrypt(String encrypted, String purpose) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(encrypted);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return cipher.decrypt(whole, purpose);
    }
}
