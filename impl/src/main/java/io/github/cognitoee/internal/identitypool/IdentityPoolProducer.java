package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoDeveloperIdentities;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Produces what applications inject of the identity pool, and closes what was opened for it. */
@ApplicationScoped
public class IdentityPoolProducer implements SignOutListener {

    private static final Duration LIFE_IN_ENHANCED_FLOW = Duration.ofHours(1);

    private final Optional<Connections> connections;
    private final SharedCredentials shared;
    private final CallerCredentials callerCredentials;
    private final Optional<CognitoDeveloperIdentities> developerIdentities;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected IdentityPoolProducer() {
        this.connections = null;
        this.shared = null;
        this.callerCredentials = null;
        this.developerIdentities = null;
    }

    @Inject
    IdentityPoolProducer(
            Instance<CognitoSettings> settings,
            Instance<ApplicationLogins> ownLogins,
            GuestUse guestUse,
            Instance<CredentialsListener> listeners,
            Instance<Object> beans,
            CurrentCaller currentCaller) {
        Optional<CognitoSettings> active = settings.stream().findFirst();
        Optional<IdentityPoolConfig> config = active.flatMap(CognitoSettings::identityPool);
        CredentialsListener listener = listeners.stream().findFirst().orElse(CredentialsListener.NONE);
        ApplicationLogins logins = ownLogins.stream().findFirst().orElse(ApplicationLogins.NONE);
        Clock clock = Clock.systemUTC();
        this.connections = config.map(Connections::new);
        this.shared = config.flatMap(of -> of.sharedCache().map(cache -> shared(of, cache, beans, clock)))
                .orElse(SharedCredentials.NONE);
        Optional<ConnectedPool> pool = config.map(of -> ConnectedPool.of(
                connections.get().pool(),
                connections.get().sts(),
                of,
                logins.applicants(of, active.get().verification().userPools().get(0)),
                currentCaller,
                clock,
                listener,
                shared));
        if (!guestUse.anywhere()) {
            pool.ifPresent(any -> any.guests().expectNobody());
        }
        this.callerCredentials = new CallerCredentials(currentCaller, pool, clock);
        this.developerIdentities = config.flatMap(IdentityPoolConfig::developer)
                .map(developer -> new InjectedDeveloperIdentities(
                        developer,
                        connections.get().developer().orElseThrow(),
                        connections.get().links(),
                        pool.get().callers(),
                        callerCredentials));
    }

    private static SharedCredentials shared(
            IdentityPoolConfig config, SharedCacheConfig cache, Instance<Object> beans, Clock clock) {
        Duration life = config.classic().map(ClassicConfig::duration).orElse(LIFE_IN_ENHANCED_FLOW);
        return new SealedCredentials(
                new JCacheStores.Opening(cache, life, beans),
                new SharedKeys(config),
                new ByteCipher(cache.keys()),
                new BriefCalls("shared cache of credentials", clock),
                clock);
    }

    @Produces
    CallerCredentials callerCredentials() {
        return callerCredentials;
    }

    @Produces
    CognitoDeveloperIdentities developerIdentities() {
        return developerIdentities.orElseThrow(() -> Problem.NO_DEVELOPER_PROVIDER.exception(
                "this application does not vouch for its callers; set cognito.identity-pool.developer.provider, or"
                        + " developer = @DeveloperIdentities(provider = ...)"));
    }

    @Produces
    @CognitoCredentials
    AwsCredentialsProvider credentials(InjectionPoint injectionPoint) {
        Optional<String> role = injectionPoint.getQualifiers().stream()
                .filter(CognitoCredentials.class::isInstance)
                .map(qualifier -> ((CognitoCredentials) qualifier).role())
                .filter(arn -> !arn.isEmpty())
                .findFirst();
        return new CallerCredentialsProvider(callerCredentials, role);
    }

    @Produces
    @CognitoGuestCredentials
    AwsCredentialsProvider guestCredentials() {
        return new GuestCredentialsProvider(callerCredentials);
    }

    @Produces
    CognitoIdentity identity() {
        return new InjectedIdentity(callerCredentials, Optional.empty());
    }

    @Override
    public void signedOut(Principal caller) {
        callerCredentials.forget(caller);
    }

    @PreDestroy
    void close() {
        try {
            shared.close();
        } finally {
            connections.ifPresent(Connections::close);
        }
    }
}
