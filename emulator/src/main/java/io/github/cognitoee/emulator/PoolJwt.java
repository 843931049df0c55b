package io.github.cognitoee.emulator;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cognitoee.emulator.internal.jwt.PoolSignature;
import java.text.ParseException;

/** A token as it came in, not yet trusted. */
record PoolJwt(SignedJWT jwt, JWTClaimsSet claims) {

    /** @throws ParseException if it is no signed token */
    static PoolJwt parse(String token) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(token);
        return new PoolJwt(jwt, jwt.getJWTClaimsSet());
    }

    boolean isSignedBy(PoolKeys keys) {
        return PoolSignature.isValid(jwt, keys.published());
    }

    /** Tells no token. */
    @Override
    public String toString() {
        return "PoolJwt";
    }
}
