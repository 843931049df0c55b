package io.github.cognitoee.emulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The user's side of SRP, as AWS's clients do it. Written apart from the emulator's own. */
record SrpClient(BigInteger secret) {

    static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B"
                    + "302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1F"
                    + "E649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096"
                    + "966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695"
                    + "5817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA7157"
                    + "5D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B"
                    + "18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);
    private static final BigInteger G = BigInteger.valueOf(2);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);

    static SrpClient begin() {
        return new SrpClient(new BigInteger("3".repeat(200), 16));
    }

    /** {@code SRP_A}. */
    String publicValue() {
        return G.modPow(secret, N).toString(16);
    }

    /**
     * The answer to a challenge that was made for {@link #publicValue()}.
     *
     * @param realm the pool's id without its region, or the group of a device
     * @param name the real user name, or the key of a device
     */
    Map<String, String> answer(Map<String, String> challenge, String realm, String name, String password, Instant now) {
        String timestamp = TIMESTAMP.format(now.atOffset(ZoneOffset.UTC));
        byte[] block = Base64.getDecoder().decode(challenge.get("SECRET_BLOCK"));
        byte[] key = key(challenge, realm, name, password);
        byte[] signature = hmac(key, bytes(realm + name), block, bytes(timestamp));
        Map<String, String> answer = new HashMap<>();
        answer.put("PASSWORD_CLAIM_SIGNATURE", Base64.getEncoder().encodeToString(signature));
        answer.put("PASSWORD_CLAIM_SECRET_BLOCK", challenge.get("SECRET_BLOCK"));
        answer.put("TIMESTAMP", timestamp);
        return answer;
    }

    /** What a device registers of its password: salt and verifier. */
    static BigInteger verifier(BigInteger salt, String realm, String name, String password) {
        return G.modPow(exponent(salt, realm, name, password), N);
    }

    private byte[] key(Map<String, String> challenge, String realm, String name, String password) {
        BigInteger theirs = new BigInteger(challenge.get("SRP_B"), 16);
        BigInteger u = hash(new BigInteger(publicValue(), 16).toByteArray(), theirs.toByteArray());
        BigInteger x = exponent(new BigInteger(challenge.get("SALT"), 16), realm, name, password);
        BigInteger k = hash(N.toByteArray(), G.toByteArray());
        BigInteger base = theirs.subtract(k.multiply(G.modPow(x, N))).mod(N);
        BigInteger shared = base.modPow(secret.add(u.multiply(x)), N);
        byte[] pseudoRandom = hmac(u.toByteArray(), shared.toByteArray());
        return Arrays.copyOf(hmac(pseudoRandom, bytes("Caldera Derived Key"), new byte[] {1}), 16);
    }

    private static BigInteger exponent(BigInteger salt, String realm, String name, String password) {
        byte[] inner = hashed(bytes(realm + name + ":" + password));
        return hash(salt.toByteArray(), inner);
    }

    private static BigInteger hash(byte[]... parts) {
        return new BigInteger(HexFormat.of().formatHex(hashed(parts)), 16);
    }

    private static byte[] hashed(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.asList(parts).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            Arrays.asList(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
