package io.github.cognitoee.emulator.internal.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import java.util.Optional;

/** The user pools, as far as identity pools ask them. */
public interface UserPoolTokens {

    /** The user pool of a provider name, {@code cognito-idp.<region>.amazonaws.com/<poolId>}. */
    Optional<Pool> ofProvider(String providerName);

    /** A user pool, the issuer of tokens. */
    interface Pool {

        /** The {@code iss} of its tokens. */
        String issuer();

        /** The keys by which its tokens are verified. */
        JWKSet keys();

        /** Whether the user of these claims still exists, and has not been signed out or disabled. */
        boolean stillHolds(Map<String, Object> claims);
    }
}
