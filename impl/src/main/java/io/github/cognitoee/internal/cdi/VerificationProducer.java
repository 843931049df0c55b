package io.github.cognitoee.internal.cdi;

import io.github.cognitoee.event.CognitoEvent;
import io.github.cognitoee.internal.config.BasicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.identitypool.ApplicationLogins;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.Sessions;
import io.github.cognitoee.internal.store.OwnIdentityStores;
import io.github.cognitoee.internal.store.PasswordLogin;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.spi.TokenStore;
import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

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
    FiredEvents events(CognitoExtension extension, @Any Event<CognitoEvent> events) {
        return new FiredEvents(extension.eventObservers(), events, Clock.systemUTC());
    }

    @Produces
    @Singleton
    @Typed(TokenVerifier.class) // and not AutoCloseable, which an application may have one of
    TokenVerifier tokenVerifier(
            CognitoSettings settings,
            CognitoExtension extension,
            BeanManager container,
            VerificationListener listener) {
        return TokenVerifier.overHttp(
                settings.verification(),
                settings.tokenCacheBytes(),
                extension.tokenChecks().in(container),
                listener);
    }

    @Produces
    @Singleton
    ApplicationLogins applicationLogins(CognitoExtension extension, BeanManager container) {
        return new ApplicationLogins(
                extension.loginSources().in(container),
                extension.developerUsers().in(container).stream().findFirst());
    }

    @Produces
    @Singleton
    Logins logins(
            CognitoSettings settings,
            TokenVerifier verifier,
            CognitoExtension extension,
            BeanManager container,
            Instance<CognitoUserPool> userPool) {
        Optional<TokenStore> ownStore =
                extension.tokenStores().in(container).stream().findFirst();
        return Logins.overHttp(settings, verifier, ownStore, userPool::get);
    }

    @Produces
    @Singleton
    PasswordLogins passwordLogins(
            CognitoSettings settings, TokenVerifier verifier, Instance<CognitoUserPool> userPool) {
        return settings.signIn()
                .filter(any -> settings.basic().isPresent()
                        || settings.otherMechanism().isPresent())
                .map(client -> PasswordLogins.of(
                        new PasswordLogin(userPool.get(), verifier.ofClient(client.userPool(), client.clientId())),
                        settings.basic().map(BasicConfig::rememberedFor)))
                .orElse(PasswordLogins.NONE);
    }

    @Produces
    @Dependent
    OwnIdentityStores identityStores(CognitoExtension extension, BeanManager container) {
        return extension.identityStores(container);
    }

    void end(@Disposes TokenVerifier verifier) {
        verifier.close();
    }

    void end(@Disposes Logins logins) {
        logins.sessions().ifPresent(Sessions::close);
    }

    /** Has the verifier made, and with it the keys fetched, before the first request asks for them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event, TokenVerifier verifier) {}
}
