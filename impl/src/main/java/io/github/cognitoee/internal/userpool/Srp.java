package io.github.cognitoee.internal.userpool;

import io.github.cognitoee.internal.cipher.PasswordBytes;
import io.github.cognitoee.userpool.RefusalReason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of SRP-6a (RFC 5054) as Cognito speaks it: group 15 of RFC 3526 with the generator 2, SHA-256, a key
 * by HKDF. Integers are hashed as Java writes them, two's complement, and not filled up to the length of the prime. One
 * instance shows one password once; immutable.
 */
final class Srp {

    private static final int PRIVATE_BITS = 1024;
    private static final int KEY_BYTES = 16;
    private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                    + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                    + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
                    + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
                    + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
                    + "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
                    + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
                    + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2"
                    + "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);
    static final BigInteger G = BigInteger.TWO;
    static final BigInteger K = number(sha256(N.toByteArray(), G.toByteArray()));

    private final BigInteger privateValue;
    private final BigInteger publicValue;

    private Srp(BigInteger privateValue) {
        this.privateValue = privateValue;
        this.publicValue = G.modPow(privateValue, N);
    }

    static Srp begin() {
        return new Srp(new BigInteger(PRIVATE_BITS, RANDOM).setBit(PRIVATE_BITS - 1));
    }

    /** With a private value {@code a} that is known: for tests. */
    static Srp withPrivateValue(BigInteger a) {
        return new Srp(a);
    }

    /** {@code A}, in hexadecimal digits: what {@code SRP_A} is. */
    String publicValue() {
        return publicValue.toString(16);
    }

    /**
     * {@code x}: what stands for the password.
     *
     * @param identity who the password is of: the pool's name and the user's id, or a device's two keys
     */
    static BigInteger passwordValue(Identity identity, char[] password, BigInteger salt) {
        try (PasswordBytes utf8 = new PasswordBytes(password)) {
            MessageDigest digest = sha256();
            digest.update((identity.whole() + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(utf8.buffer());
            return number(sha256(salt.toByteArray(), digest.digest()));
        }
    }

    /** {@code v}: by which the other side recognises the password. */
    static BigInteger verifier(BigInteger passwordValue) {
        return G.modPow(passwordValue, N);
    }

    /**
     * The key that both sides have if the password is the right one.
     *
     * @param b the other side's public value
     * @throws Refusal when the other side's value would give the key away
     */
    byte[] key(BigInteger passwordValue, BigInteger b) {
        byte[] prk = hmac(scrambler(b).toByteArray(), secret(passwordValue, b).toByteArray());
        return Arrays.copyOf(hmac(prk, KEY_INFO), KEY_BYTES);
    }

    /** {@code S}: what both sides have in common. */
    BigInteger secret(BigInteger passwordValue, BigInteger b) {
        BigInteger u = scrambler(b);
        if (b.mod(N).signum() == 0 || u.signum() == 0) {
            throw new Refusal(RefusalReason.REFUSED_BY_POOL, "the user pool's SRP value is none");
        }
        BigInteger base = b.subtract(K.multiply(verifier(passwordValue))).mod(N);
        return base.modPow(privateValue.add(u.multiply(passwordValue)), N);
    }

    /** {@code u}. */
    BigInteger scrambler(BigInteger b) {
        return number(sha256(publicValue.toByteArray(), b.toByteArray()));
    }

    /** What shows that the key is known, without showing it. */
    static byte[] signature(byte[] key, Identity identity, byte[] secretBlock, String timestamp) {
        return hmac(
                key,
                identity.whole().getBytes(StandardCharsets.UTF_8),
                secretBlock,
                timestamp.getBytes(StandardCharsets.UTF_8));
    }

    /** Never negative. */
    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /**
     * Whose password it is.
     *
     * @param group the name of the user pool, or the group key of a device
     * @param member the user's id, or the key of a device
     */
    record Identity(String group, String member) {

        String whole() {
            return group + member;
        }
    }
}
