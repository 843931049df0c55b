package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.cipher.PasswordBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes fingerprints by HMAC-SHA256 with a key that is made at random and never leaves: outside of this process they cannot be
 * made, and so no password be found by its own. Thread-safe.
 */
final class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Fingerprints() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        Arrays.fill(random, (byte) 0);
    }

    /** No name holds the NUL between the two, which is no character of a user name in Cognito. */
    Fingerprint of(String username, char[] password) {
        try (PasswordBytes bytes = new PasswordBytes(password)) {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(bytes.buffer());
            return new Fingerprint(ByteBuffer.wrap(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
