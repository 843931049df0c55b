package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
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
    @Typed(TokenVerifier.class) // and not AutoCloseable, which an application may have one of
    TokenVerifier tokenVerifier(CognitoSettings settings, CognitoExtension extension, BeanManager container) {
        return TokenVerifier.overHttp(
                settings.verification(),
                settings.tokenCacheBytes(),
                extension.tokenChecks().in(container));
    }

    void end(@Disposes TokenVerifier verifier) {
        verifier.close();
    }

    /** Has the verifier made, and with it the keys fetched, before the first request asks for them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event, TokenVerifier verifier) {}
}
