package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.session.LoginApplication;
import io.github.cognitoee.internal.store.PasswordLogins;
import io.github.cognitoee.internal.store.TestStores;
import jakarta.security.enterprise.SecurityContext;
import java.util.function.Supplier;

/** Cognito's mechanism, for tests of whoever asks it. */
public final class TestMechanisms {

    private TestMechanisms() {}

    /** That of an application which signs nobody in by a password. */
    public static CognitoAuthenticationMechanism of(LoginApplication application, RequestCaller requestCaller) {
        return of(application, requestCaller, FakeExchange.NO_SECURITY_CONTEXT);
    }

    /** @param securityContext asked for when the application signs somebody in by a password */
    public static CognitoAuthenticationMechanism of(
            LoginApplication application, RequestCaller requestCaller, Supplier<SecurityContext> securityContext) {
        return new CognitoAuthenticationMechanism(
                TestStores.of(application.settings(), application.verifier())::validate,
                requestCaller,
                application.settings(),
                application.logins(),
                PasswordLogins.NONE,
                securityContext,
                SignOutListener.NONE);
    }
}
