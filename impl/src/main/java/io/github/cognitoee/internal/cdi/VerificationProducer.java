package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Makes the plain-Java parts injectable. */
@Dependent
class VerificationProducer {

    /** A thread for each fetch, which ends with it: seconds once in an hour, and no pool to outlive the application. */
    private static final Executor BACKGROUND = fetch -> {
        Thread thread = new Thread(fetch, "cognito-ee-keys");
        thread.setDaemon(true);
        thread.start();
    };

    @Produces
    @Singleton
    CognitoSettings settings(CognitoExtension extension) {
        return extension.settings();
    }

    @Produces
    @Singleton
    TokenVerifier tokenVerifier(CognitoSettings settings, CognitoExtension extension, BeanManager container) {
        return TokenVerifier.overHttp(
                settings.verification(),
                settings.tokenCacheBytes(),
                extension.tokenChecks().in(container),
                BACKGROUND);
    }

    void end(@Disposes TokenVerifier verifier) {
        verifier.close();
    }

    /** Has the verifier made, and with it the keys fetched, before the first request asks for them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event, TokenVerifier verifier) {}
}
