package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.cipher.ByteCipher;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.SharedCacheConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Produces what applications inject of the identity pool, and closes what was opened for it. */
@ApplicationScoped
public class IdentityPoolProducer implements SignOutListener {

    private static final Duration LIFE_IN_ENHANCED_FLOW = Duration.ofHours(1);

    private final Optional<AwsIdentityPool> pool;
    private final Optional<AwsSts> sts;
    private final SharedCredentials shared;
    private final CallerCredentials callerCredentials;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected IdentityPoolProducer() {
        this.pool = null;
        this.sts = null;
        this.shared = null;
        this.callerCredentials = null;
    }

    @Inject
    IdentityPoolProducer(
            Instance<CognitoSettings> settings,
            Instance<CredentialsListener> listeners,
            Instance<Object> beans,
            CurrentCaller currentCaller) {
        Optional<IdentityPoolConfig> config = settings.stream().findFirst().flatMap(CognitoSettings::identityPool);
        CredentialsListener listener = listeners.stream().findFirst().orElse(CredentialsListener.NONE);
        Clock clock = Clock.systemUTC();
        this.pool = config.map(AwsIdentityPool::new);
        this.sts = config.map(AwsSts::new);
        this.shared = config.flatMap(of -> of.sharedCache().map(cache -> shared(of, cache, beans, clock)))
                .orElse(SharedCredentials.NONE);
        this.callerCredentials = new CallerCredentials(
                currentCaller,
                config.map(of -> ConnectedPool.of(
                        inFlow(of, pool.get(), sts.get()), sts.get(), of, currentCaller, clock, listener, shared)),
                clock);
    }

    private static SharedCredentials shared(
            IdentityPoolConfig config, SharedCacheConfig cache, Instance<Object> beans, Clock clock) {
        Duration life = config.classic().map(ClassicConfig::duration).orElse(LIFE_IN_ENHANCED_FLOW);
        return new SealedCredentials(
                () -> JCacheStores.open(cache, life, beans),
                new SharedKeys(config),
                new ByteCipher(cache.keys()),
                new BriefCalls("shared cache of credentials", clock),
                clock);
    }

    private static IdentityPool inFlow(IdentityPoolConfig config, AwsIdentityPool pool, AwsSts sts) {
        return config.classic()
                .<IdentityPool>map(classic -> new ClassicIdentityPool(pool, sts, classic))
                .orElse(pool);
    }

    @Produces
    CallerCredentials callerCredentials() {
        return callerCredentials;
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
    public void signedOut(CognitoCallerPrincipal caller) {
        callerCredentials.forget(caller);
    }

    @PreDestroy
    void close() {
        pool.ifPresent(AwsIdentityPool::close);
        sts.ifPresent(AwsSts::close);
        shared.close();
    }
}
