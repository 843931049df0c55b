package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** What {@code @CognitoCredentials} injects in an application whose threads serve one caller after another. Thread-safe. */
final class PoolOfCallers {

    private final CallerOfThread callers = new CallerOfThread();
    private final AwsCredentialsProvider provider;

    PoolOfCallers(IdentityPool pool, IdentityPoolConfig config) {
        Clock clock = Clock.systemUTC();
        ConnectedPool connected = ConnectedPool.of(
                pool,
                whose -> "",
                config,
                Applicants.byIdToken(config),
                callers,
                clock,
                CredentialsListener.NONE,
                SharedCredentials.NONE);
        connected.guests().expectNobody();
        this.provider = new CallerCredentialsProvider(
                new CallerCredentials(callers, Optional.of(connected), clock), Optional.empty());
    }

    static CognitoCallerPrincipal caller(VerifiedJwt token) {
        IdToken idToken = new IdToken(token);
        return new CognitoCallerPrincipal(token.subject(), token, token.groups(), () -> idToken);
    }

    /** The access key id that this thread is given while it serves the caller. */
    String resolve(CognitoCallerPrincipal caller) {
        callers.serve(caller);
        return provider.resolveCredentials().accessKeyId();
    }
}
