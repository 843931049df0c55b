package io.github.cognitoee.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedTokenTest {

    private static final String OUTSIDE =
            "COG-0024: no request is served on this thread, so there is no caller whose token"
                    + " could be read; read it on the request's own thread and hand on the values";

    private final VerifiedJwt verified = TestTokens.verified(TestTokens.accessToken(Map.of()));
    private final CognitoCallerPrincipal alice =
            new CognitoCallerPrincipal("alice", verified, verified.groups(), () -> new IdToken(verified));

    private Optional<CognitoCallerPrincipal> caller = Optional.empty();
    private Supplier<String> method = () -> "GET";

    private final JsonWebToken injected = new InjectedToken(
            new CurrentCaller() {
                @Override
                public Optional<CognitoCallerPrincipal> find() {
                    return caller;
                }
            },
            (HttpServletRequest) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, called, arguments) -> method.get()));

    @Test
    void answersForTheCaller() {
        caller = Optional.of(alice);

        assertThat(injected.getName()).isEqualTo("alice");
        assertThat(injected.getRawToken()).isEqualTo(verified.rawToken());
        assertThat(injected.getSubject()).isEqualTo(verified.subject());
        assertThat(injected.getGroups()).isEqualTo(verified.groups());
        assertThat(injected.getExpirationTime()).isEqualTo(verified.expiresAt().getEpochSecond());
        assertThat(injected.getIssuedAtTime()).isEqualTo(verified.issuedAt().getEpochSecond());
        assertThat(injected.getClaimNames()).contains("scope", "raw_token");
    }

    @Test
    void isEmptyWhereNobodyIsSignedIn() {
        assertThat(injected.getName()).isNull();
        assertThat(injected.getClaimNames()).isNull();
        assertThat(injected.getRawToken()).isNull();
        assertThat(injected.getGroups()).isNull();
        assertThat(injected.<Object>getClaim("")).isNull();
        assertThat(injected.claim("sub")).isEmpty();
        assertThat(injected.getExpirationTime()).isZero();
        assertThat(injected.getIssuedAtTime()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {ContextNotActiveException.class, IllegalStateException.class})
    void isRefusedWhereNoRequestIsServed(Class<? extends RuntimeException> noRequest) {
        method = () -> {
            throw noRequest == IllegalStateException.class
                    ? new IllegalStateException()
                    : new ContextNotActiveException();
        };

        assertThatThrownBy(injected::getSubject)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage(OUTSIDE);
        assertThatThrownBy(injected::getName)
                .isInstanceOf(CallerRequiredException.class)
                .hasMessage(OUTSIDE);
    }

    @Test
    void printsNothingOfTheToken() {
        caller = Optional.of(alice);

        assertThat(injected).hasToString("JsonWebToken of the caller");
    }
}
