package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.event.CognitoEvent;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.spi.TokenCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    FiredEvents events(CognitoExtension extension, @Any Event<CognitoEvent> events) {
        return new FiredEvents(extension.eventObservers(), events, Clock.systemUTC());
    }

    @Produces
    @Singleton
    TokenVerifier tokenVerifier(
            CognitoSettings settings, @Any Instance<TokenCheck> checks, VerificationListener listener) {
        return TokenVerifier.overHttp(
                settings.verification(),
                settings.tokenCacheBytes(),
                checks.stream().toList(),
                BACKGROUND,
                listener);
    }

    void end(@Disposes TokenVerifier verifier) {
        verifier.close();
    }

    /** Has the verifier made, and with it the keys fetched, before the first request asks for them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event, TokenVerifier verifier) {}
}
