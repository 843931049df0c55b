package io.github.cognitoee.emulator.internal.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

/** The signature of a user pool's token: RS256 by the published key that the token names. */
public final class PoolSignature {

    private PoolSignature() {}

    public static boolean isValid(SignedJWT token, JWKSet published) {
        JWK key = published.getKeyByKeyId(token.getHeader().getKeyID());
        try {
            return key != null
                    && JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
