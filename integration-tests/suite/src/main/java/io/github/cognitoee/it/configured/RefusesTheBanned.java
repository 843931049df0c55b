package io.github.cognitoee.it.configured;

import io.github.cognitoee.spi.TokenCheck;
import io.github.cognitoee.spi.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asked about each token that Cognito vouches for. */
@ApplicationScoped
public class RefusesTheBanned implements TokenCheck {

    public static final String CLAIM = "custom:banned";

    @Override
    public Optional<String> refuse(VerifiedToken token) {
        return token.claims().containsKey(CLAIM) ? Optional.of("banned") : Optional.empty();
    }
}
