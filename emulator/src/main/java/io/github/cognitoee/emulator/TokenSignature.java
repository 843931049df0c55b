package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a token is signed. Cognito does {@link #RS256}; all others are what an attacker or a mistake would bring. */
public enum TokenSignature {
    RS256(JWSAlgorithm.RS256, RSASSASigner::new),
    /** By the pool's own key, with another digest. */
    RS384(JWSAlgorithm.RS384, RSASSASigner::new),
    /** By the pool's own key, with another digest. */
    RS512(JWSAlgorithm.RS512, RSASSASigner::new),
    /** By the pool's own key, with another padding. */
    PS256(JWSAlgorithm.PS256, RSASSASigner::new),
    /** By an elliptic curve key that belongs to no pool. */
    ES256(JWSAlgorithm.ES256, key -> new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())),
    /** With the pool's public key as secret, in the form of its DER bytes. */
    HS256_PUBLIC_KEY_DER(JWSAlgorithm.HS256, key -> new MACSigner(der(key))),
    /** With the pool's public key as secret, in the form of PEM text. */
    HS256_PUBLIC_KEY_PEM(JWSAlgorithm.HS256, key -> new MACSigner(pem(key))),
    /** With the pool's public key as secret, in the form of its JWK. */
    HS256_PUBLIC_KEY_JWK(
            JWSAlgorithm.HS256, key -> new MACSigner(key.toPublicJWK().toJSONString())),
    /** Not at all: the third part is empty. */
    NONE("none");

    private final String algorithm;
    private final Signing signing;

    TokenSignature(JWSAlgorithm algorithm, SignerOf signerOf) {
        this.algorithm = algorithm.getName();
        JWSHeader header = new JWSHeader(algorithm);
        this.signing = (content, key) -> signerOf.key(key)
                .sign(header, content.getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    TokenSignature(String algorithm) {
        this.algorithm = algorithm;
        this.signing = (content, key) -> "";
    }

    /** The {@code alg} of the header, unless the recipe writes another. */
    public String algorithm() {
        return algorithm;
    }

    String of(String content, RSAKey key) {
        try {
            return signing.of(content, key);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own does not sign", e);
        }
    }

    private static byte[] der(RSAKey key) throws JOSEException {
        return key.toRSAPublicKey().getEncoded();
    }

    private static String pem(RSAKey key) throws JOSEException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(key));
        return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    }

    @FunctionalInterface
    private interface SignerOf {
        JWSSigner key(RSAKey key) throws JOSEException;
    }

    @FunctionalInterface
    private interface Signing {
        String of(String content, RSAKey key) throws JOSEException;
    }
}
