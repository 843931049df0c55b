package io.github.cognitoee.internal.jwt;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3), by Amazon Corretto Crypto Provider where it is on the class path
 * and can be used, else by the JDK. The provider is used as an instance and never registered: what other code on the
 * server verifies with is not ours to change.
 */
final class Rs256 {

    private static final System.Logger LOG = System.getLogger(Rs256.class.getName());
    private static final String ALGORITHM = "SHA256withRSA";
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private static final @Nullable Provider PROVIDER = corretto();

    private Rs256() {}

    /** Whether the signature is that of the first {@code length} bytes of the text. */
    static boolean verify(RSAPublicKey key, byte[] text, int length, byte[] signature) {
        try {
            Signature verifier = signature(PROVIDER);
            verifier.initVerify(key);
            verifier.update(text, 0, length);
            return verifier.verify(signature);
        } catch (SignatureException e) { // of the wrong length, for example
            return false;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("No security provider verifies RS256 with a public RSA key", e);
        }
    }

    /** The same key as the provider holds it itself, so that it is not taken over anew at each verification. */
    static RSAPublicKey prepared(RSAPublicKey key) {
        if (PROVIDER == null) {
            return key;
        }
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA", PROVIDER).translateKey(key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            return key; // slower, and as good
        }
    }

    /** What verifies: for the log and for benchmarks. */
    static String providerName() {
        return PROVIDER == null ? "the JDK" : PROVIDER.getName();
    }

    private static Signature signature(@Nullable Provider provider) throws NoSuchAlgorithmException {
        return provider == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, provider);
    }

    /** Null where it is absent, or its native part cannot be loaded: its own test of itself tells. */
    private static @Nullable Provider corretto() {
        try {
            Class<?> type = Class.forName(CORRETTO, true, Rs256.class.getClassLoader());
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            if (type.getMethod("getLoadingError").invoke(provider) instanceof Throwable error) {
                LOG.log(System.Logger.Level.INFO, "RS256 by the JDK: {0}", error.toString());
                return null;
            }
            signature(provider);
            return provider;
        } catch (ClassNotFoundException e) {
            return null;
        } catch (GeneralSecurityException | ReflectiveOperationException | LinkageError e) {
            LOG.log(System.Logger.Level.INFO, "RS256 by the JDK: {0}", e.toString());
            return null;
        }
    }
}
