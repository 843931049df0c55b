package io.github.cognitoee.internal.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.mechanism.BearerProof.Malformed;
import io.github.cognitoee.internal.mechanism.BearerProof.None;
import io.github.cognitoee.internal.mechanism.BearerProof.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerProofTest {

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(List.of(), new None()),
                Arguments.of(List.of(""), new None()),
                Arguments.of(List.of("Basic YWxpY2U6c2VjcmV0"), new None()),
                Arguments.of(List.of("Bearerabc"), new None()),
                Arguments.of(List.of("Bearer abc"), new Token("abc")),
                Arguments.of(List.of("bearer abc"), new Token("abc")),
                Arguments.of(List.of("  BEARER   abc  "), new Token("abc")),
                Arguments.of(List.of("Bearer\tabc"), new Token("abc")),
                Arguments.of(List.of("Bearer \u001cabc\u001f"), new Token("\u001cabc\u001f")),
                Arguments.of(List.of("Bearer \fabc\u000b"), new Token("\fabc\u000b")),
                Arguments.of(List.of("Bearer a b"), new Token("a b")),
                Arguments.of(List.of("Bearer"), new Malformed("no token after Bearer")),
                Arguments.of(List.of("Bearer "), new Malformed("no token after Bearer")),
                Arguments.of(List.of("Bearer abc", "Bearer abc"), new Malformed("more than one Authorization header")),
                Arguments.of(
                        List.of("Basic YWxpY2U6c2VjcmV0", "Bearer abc"),
                        new Malformed("more than one Authorization header")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isReadFromTheOneAuthorizationHeader(List<String> headers, BearerProof expected) {
        assertThat(BearerProof.of(request(headers))).isEqualTo(expected);
    }

    @Test
    void doesNotPrintTheToken() {
        assertThat(new Token("secret").toString()).isEqualTo("Token");
    }

    private static HttpServletRequest request(List<String> authorization) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getHeaders");
                    assertThat(arguments).containsExactly("Authorization");
                    return Collections.enumeration(authorization);
                });
    }
}
