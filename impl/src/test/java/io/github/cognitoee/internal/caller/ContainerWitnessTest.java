package io.github.cognitoee.internal.caller;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContainerWitnessTest {

    private static final CognitoCallerPrincipal ALICE = alice();

    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable Object userPrincipal;

    private static CognitoCallerPrincipal alice() {
        VerifiedJwt token = verified(accessToken(Map.of()));
        return new CognitoCallerPrincipal("alice", token, Set.of(), () -> new IdToken(token));
    }

    @Test
    void jakartaSecurityIsAskedWhereItCanTell() {
        userPrincipal = ALICE;

        assertThat(witness(() -> Set.of(ALICE)).knows(ALICE)).isTrue();
        assertThat(witness(Set::of).knows(ALICE)).isFalse();
        assertThat(witness(() -> null).knows(ALICE)).isFalse();
    }

    @Test
    void theRequestIsAskedWhereJakartaAuthorizationIsMissing() {
        ContainerWitness witness = witness(() -> {
            throw new NoClassDefFoundError("jakarta/security/jacc/PolicyContext");
        });

        userPrincipal = ALICE;
        assertThat(witness.knows(ALICE)).isTrue();
        userPrincipal = null;
        assertThat(witness.knows(ALICE)).isFalse();
        assertThat(asked).hasValue(1);
    }

    @Test
    void theRequestIsAskedWhereNothingIsBehindJakartaAuthorization() {
        ContainerWitness witness = witness(() -> {
            throw new IllegalArgumentException("no handler");
        });

        userPrincipal = ALICE;
        assertThat(witness.knows(ALICE)).isTrue();
        userPrincipal = null;
        assertThat(witness.knows(ALICE)).isFalse();
    }

    @Test
    void anotherCallerOfTheSameNameIsNotTheCaller() {
        userPrincipal = alice();
        ContainerWitness witness = witness(() -> {
            throw new NoClassDefFoundError("jakarta/security/jacc/PolicyContext");
        });

        assertThat(witness.knows(ALICE)).isFalse();
    }

    private interface Answer {
        @Nullable
        Object get();
    }

    @SuppressWarnings("unchecked")
    private ContainerWitness witness(Answer ofJakartaSecurity) {
        HttpServletRequest request = proxy(HttpServletRequest.class, (self, method, arguments) -> userPrincipal);
        return new ContainerWitness(
                proxy(SecurityContext.class, (self, method, arguments) -> {
                    asked.incrementAndGet();
                    return ofJakartaSecurity.get();
                }),
                proxy(Instance.class, (self, method, arguments) -> request));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
