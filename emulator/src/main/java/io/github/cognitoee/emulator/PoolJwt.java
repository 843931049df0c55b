package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** A token as it came in, not yet trusted. */
record PoolJwt(SignedJWT jwt, JWTClaimsSet claims) {

    /** @throws ParseException if it is no signed token */
    static PoolJwt parse(String token) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(token);
        return new PoolJwt(jwt, jwt.getJWTClaimsSet());
    }

    boolean isSignedBy(PoolKeys keys) {
        JWK key = keys.published().getKeyByKeyId(jwt.getHeader().getKeyID());
        try {
            return key != null
                    && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "PoolJwt";
    }
}
