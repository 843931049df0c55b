package io.github.cognitoee.internal.store;

import static io.github.cognitoee.internal.jwt.TestTokens.VERIFIER;
import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static io.github.cognitoee.internal.jwt.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.IdTokenRequiredException;
import io.github.cognitoee.internal.caller.IdToken;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerIdTokenTest {

    private static final String ACCESS = accessToken(Map.of("origin_jti", "sign-in-1"));

    @Test
    void anIdTokenInAuthorizationProvesItself() {
        String token = idToken(Map.of());

        assertThat(source(token).require().text()).isEqualTo(token);
    }

    @Test
    void anAccessTokenAloneProvesNone() {
        assertThatThrownBy(() -> source(ACCESS).require())
                .isInstanceOf(IdTokenRequiredException.class)
                .hasMessage("AWS credentials need the caller's ID token, and this request proved an access token only:"
                        + " send the ID token of the same sign-in in X-Cognito-Id-Token, or in Authorization where the"
                        + " definition's bearerTokens is ID or ANY");
    }

    @Test
    void theIdTokenOfTheSameSignInIsTaken() {
        String companion = idToken(Map.of("origin_jti", "sign-in-1"));

        assertThat(source(ACCESS, companion).require().text()).isEqualTo(companion);
    }

    @Test
    void theOriginIsComparedOnlyWhereBothTokensCarryOne() {
        String companion = idToken(Map.of());

        assertThat(source(ACCESS, companion).require().text()).isEqualTo(companion);
    }

    @Test
    void verificationIsDoneOncePerRequest() {
        BearerIdToken source = source(ACCESS, idToken(Map.of()));
        IdToken first = source.require();

        assertThat(source.require()).isSameAs(first);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        idToken(Map.of("sub", "someone-else")), "its sub is not that of the token in Authorization"),
                Arguments.of(
                        idToken(Map.of("aud", "mobile")), "its app client is not that of the token in Authorization"),
                Arguments.of(
                        idToken(Map.of("origin_jti", "sign-in-2")),
                        "its origin_jti is not that of the token in Authorization"),
                Arguments.of(ACCESS, "TOKEN_USE, token_use is 'access', expected 'id'"),
                Arguments.of(idToken(Map.of("exp", 1)), "EXPIRED, exp was 1970-01-01T00:00:01Z"),
                Arguments.of(idToken(Map.of("aud", "not-ours")), "CLIENT, aud is 'not-ours'"),
                Arguments.of("", "MALFORMED"),
                Arguments.of(idToken(Map.of()) + "A", "SIGNATURE"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void anotherCompanionIsAnErrorWithoutFallback(String companion, String why) {
        assertThatThrownBy(() -> source(ACCESS, companion).require())
                .isInstanceOf(IdTokenRequiredException.class)
                .hasMessageStartingWith("The ID token in X-Cognito-Id-Token is refused: " + why);
    }

    @Test
    void aCompanionBesideAnIdTokenMustAgreeWithIt() {
        assertThatThrownBy(() -> source(idToken(Map.of()), idToken(Map.of("sub", "someone-else")))
                        .require())
                .hasMessageContaining("its sub is not that");
    }

    @Test
    void twoCompanionsAreAsWrongAsNone() {
        String companion = idToken(Map.of());

        assertThatThrownBy(() -> source(ACCESS, companion, companion).require())
                .hasMessage("The ID token in X-Cognito-Id-Token is refused: it was sent 2 times, expected once");
    }

    private static BearerIdToken source(String bearer, String... companions) {
        return new BearerIdToken(verified(bearer), List.of(companions), VERIFIER);
    }
}
