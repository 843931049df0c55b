package io.github.cognitoee.internal.jwt;

import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Key pairs, and their key sets as another library writes them. */
final class TestKeys {

    static final KeyPair POOL = generate(2048);
    static final KeyPair OTHER = generate(2048);

    private TestKeys() {}

    static KeyPair generate(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    /** A key set of the pool's public key under each of the names. */
    static String keySet(String... kids) {
        return Arrays.stream(kids)
                .map(kid ->
                        new RSAKey.Builder(publicKey(POOL)).keyID(kid).build().toJSONString())
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
