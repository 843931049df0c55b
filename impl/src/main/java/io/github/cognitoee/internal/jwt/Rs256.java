package io.github.cognitoee.internal.jwt;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;

/** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3), as the JDK has it. */
final class Rs256 {

    private Rs256() {}

    /** Whether the signature is that of the first {@code length} bytes of the text. */
    static boolean verify(RSAPublicKey key, byte[] text, int length, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(text, 0, length);
            return verifier.verify(signature);
        } catch (SignatureException e) { // of the wrong length, for example
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("No security provider verifies RS256 with a public RSA key", e);
        }
    }
}
