package io.github.cognitoee.internal.cipher;

import io.github.cognitoee.internal.config.CipherKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what others keep for us, so that they neither read nor change it: AES-256-GCM with a random nonce, NIST SP 800-38D.
 * The first key encrypts, each decrypts, so that keys can be exchanged. Thread-safe.
 */
public final class ByteCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<CipherKey> keys;
    private final SecureRandom random = new SecureRandom();

    /** @param keys at least one */
    public ByteCipher(List<CipherKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param purpose what the content is for and whose: content for another purpose does not decrypt */
    public byte[] encrypt(byte[] content, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, purpose).doFinal(content);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Empty for whatever was not encrypted by one of the keys for this purpose. */
    public Optional<byte[]> decrypt(byte[] whole, String purpose) {
        return whole.length < NONCE_BYTES + TAG_BITS / 8 // of which the JDK makes a ProviderException
                ? Optional.empty()
                : keys.stream()
                        .flatMap(key -> decrypt(whole, key, purpose).stream())
                        .findFirst();
    }

    private static Optional<byte[]> decrypt(byte[] whole, CipherKey key, String purpose) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE_BYTES), purpose)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, CipherKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
