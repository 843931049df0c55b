package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

/** The two key pairs of a user pool, as Cognito has them: one signs ID tokens, the other access tokens. */
record SigningKeys(RSAKey idTokenKey, RSAKey accessTokenKey) {

    private static final int BITS = 2048;
    private static final int KEY_ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SigningKeys generate() {
        return new SigningKeys(newKey(), newKey());
    }

    /** A new RSA key whose id looks like Cognito's: standard Base64 that ends in "=". */
    static RSAKey newKey() {
        byte[] id = new byte[KEY_ID_BYTES];
        RANDOM.nextBytes(id);
        try {
            return new RSAKeyGenerator(BITS)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(Base64.getEncoder().encodeToString(id))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java runtime has RSA", e);
        }
    }

    static PublicKey publicKey(RSAKey key) {
        try {
            return key.toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java runtime has RSA", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKeys[" + idTokenKey.getKeyID() + ", " + accessTokenKey.getKeyID() + "]";
    }
}
