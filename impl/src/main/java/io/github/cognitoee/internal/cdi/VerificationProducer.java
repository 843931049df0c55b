package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.spi.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the plain-Java parts injectable. */
@Dependent
class VerificationProducer {

    @Produces
    @Singleton
    CognitoSettings settings(CognitoExtension extension) {
        return extension.settings();
    }

    @Produces
    @Singleton
    TokenVerifier tokenVerifier(CognitoSettings settings, @Any Instance<TokenCheck> checks) {
        return TokenVerifier.overHttp(settings.verification(), checks.stream().toList());
    }
}
