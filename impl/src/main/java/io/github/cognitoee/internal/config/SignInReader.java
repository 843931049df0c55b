package io.github.cognitoee.internal.config;

import io.github.cognitoee.SignIn;
import io.github.cognitoee.userpool.SignInFlow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how people sign in at pages of the application's own. */
final class SignInReader {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final ConfigReader reader;
    private final AnnotatedReader annotations;
    private final EndpointOverride overrides;

    SignInReader(ConfigReader reader, AnnotatedReader annotations, EndpointOverride overrides) {
        this.reader = reader;
        this.annotations = annotations;
        this.overrides = overrides;
    }

    /**
     * Empty where several app clients let tokens in, and none is named: such an application signs nobody in itself.
     *
     * @param managedLogin whose secret holds for the same client
     */
    Optional<SignInConfig> read(SignIn signIn, UserPoolConfig userPool, Optional<ManagedLoginConfig> managedLogin) {
        Optional<Secret> ownSecret = annotations.secret(Keys.SIGN_IN_CLIENT_SECRET, signIn.clientSecret());
        SignInFlow flow =
                annotations.constant(Keys.SIGN_IN_FLOW, SignInFlow.class, signIn.flow(), signIn.flowExpression());
        List<CipherKey> stateKeys = CipherKeys.read(reader, Keys.SIGN_IN_STATE_KEYS);
        String issuer = annotations.string(Keys.SIGN_IN_AUTHENTICATOR_ISSUER, signIn.authenticatorIssuer());
        Duration timeout = timeout();
        return clientId(signIn, userPool)
                .map(clientId -> new SignInConfig(
                        userPool,
                        overrides.userPoolApi(userPool.region()),
                        clientId,
                        ownSecret.or(() -> secretOf(clientId, managedLogin)),
                        flow,
                        stateKeys,
                        issuer.isEmpty() ? userPool.id() : issuer,
                        timeout));
    }

    private Optional<String> clientId(SignIn signIn, UserPoolConfig userPool) {
        String named = annotations.string(Keys.SIGN_IN_CLIENT_ID, signIn.clientId());
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        return userPool.clientIds().size() == 1 ? userPool.clientIds().stream().findFirst() : Optional.empty();
    }

    private static Optional<Secret> secretOf(String clientId, Optional<ManagedLoginConfig> managedLogin) {
        return managedLogin
                .filter(login -> login.clientId().equals(clientId))
                .flatMap(ManagedLoginConfig::clientSecret);
    }

    private Duration timeout() {
        Duration timeout = reader.duration(Keys.SIGN_IN_TIMEOUT, "PT10S").orElse(DEFAULT_TIMEOUT);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw reader.invalid(
                    Keys.SIGN_IN_TIMEOUT, "is " + timeout + ", expected more than nothing and at most PT1M");
        }
        return timeout;
    }
}
