package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.HttpJwksFetcher;
import io.github.cognitoee.internal.jwt.KeySetCache;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.spi.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the plain-Java parts injectable. */
@Dependent
public class VerificationProducer {

    @Produces
    @Singleton
    CognitoSettings settings(CognitoExtension extension) {
        return extension.settings();
    }

    @Produces
    @Singleton
    TokenVerifier tokenVerifier(CognitoSettings settings, @Any Instance<TokenCheck> checks) {
        Clock clock = Clock.systemUTC();
        return new TokenVerifier(
                settings.verification(),
                new KeySetCache(new HttpJwksFetcher(), clock),
                checks.stream().toList(),
                clock);
    }
}
