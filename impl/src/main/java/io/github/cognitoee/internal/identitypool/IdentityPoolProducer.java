package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoCredentials;
import io.github.cognitoee.CognitoGuestCredentials;
import io.github.cognitoee.CognitoIdentity;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Produces what applications inject of the identity pool, and closes what was opened for it. */
@ApplicationScoped
public class IdentityPoolProducer implements SignOutListener {

    private final Optional<AwsIdentityPool> pool;
    private final Optional<AwsSts> sts;
    private final CallerCredentials callerCredentials;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected IdentityPoolProducer() {
        this.pool = null;
        this.sts = null;
        this.callerCredentials = null;
    }

    @Inject
    IdentityPoolProducer(
            Instance<CognitoSettings> settings, Instance<CredentialsListener> listeners, CurrentCaller currentCaller) {
        Optional<IdentityPoolConfig> config = settings.stream().findFirst().flatMap(CognitoSettings::identityPool);
        CredentialsListener listener = listeners.stream().findFirst().orElse(CredentialsListener.NONE);
        Clock clock = Clock.systemUTC();
        this.pool = config.map(AwsIdentityPool::new);
        this.sts = config.map(AwsSts::new);
        this.callerCredentials = new CallerCredentials(
                currentCaller,
                config.map(of -> ConnectedPool.of(
                        inFlow(of, pool.get(), sts.get()), sts.get(), of, currentCaller, clock, listener)),
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
    }
}
