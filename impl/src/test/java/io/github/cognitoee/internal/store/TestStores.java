package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.userpool.CognitoUserPool;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Identity stores for the tests of other packages. */
public final class TestStores {

    private TestStores() {}

    /** The store over test tokens. */
    public static IdentityStore of(CognitoSettings settings) {
        return of(settings, TestTokens.VERIFIER);
    }

    public static IdentityStore of(CognitoSettings settings, TokenVerifier verifier) {
        return of(settings, verifier, VerificationListener.NONE);
    }

    static IdentityStore of(CognitoSettings settings, TokenVerifier verifier, VerificationListener listener) {
        return new CognitoIdentityStore(
                verifier, settings, listener, PasswordLogins.NONE, requests(TestStores::noRequest), nobodyListens());
    }

    /**
     * The store where people sign in by passwords, as the app client {@code web}.
     *
     * @param request the one in which it is asked
     */
    public static IdentityStore withPasswords(
            CognitoSettings settings,
            TokenVerifier verifier,
            CognitoUserPool userPool,
            Supplier<HttpServletRequest> request) {
        PasswordLogin login = new PasswordLogin(userPool, verifier.ofClient(TestTokens.POOL, "web"));
        return withPasswords(settings, verifier, PasswordLogins.of(login, Optional.of(Duration.ofMinutes(1))), request);
    }

    /** The same by logins that are known to somebody else too. */
    public static IdentityStore withPasswords(
            CognitoSettings settings,
            TokenVerifier verifier,
            PasswordLogins logins,
            Supplier<HttpServletRequest> request) {
        return new CognitoIdentityStore(
                verifier, settings, VerificationListener.NONE, logins, requests(request), nobodyListens());
    }

    /** What a thread finds that serves no request. */
    static HttpServletRequest noRequest() {
        throw new ContextNotActiveException();
    }

    @SuppressWarnings("unchecked")
    private static Instance<SignOutListener> nobodyListens() {
        return (Instance<SignOutListener>) Proxy.newProxyInstance(
                TestStores.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("stream")) {
                        return Stream.empty();
                    }
                    throw new AssertionError(method);
                });
    }

    @SuppressWarnings("unchecked")
    private static Instance<HttpServletRequest> requests(Supplier<HttpServletRequest> current) {
        return (Instance<HttpServletRequest>) Proxy.newProxyInstance(
                TestStores.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get")) {
                        return current.get();
                    }
                    throw new AssertionError(method);
                });
    }
}
