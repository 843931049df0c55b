package io.github.cognitoee.emulator;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Refresh tokens look like a JWE and say nothing to anybody but the service. */
final class RefreshTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64URL HEADER =
            Base64URL.encode("{\"cty\":\"JWT\",\"enc\":\"A256GCM\",\"alg\":\"RSA-OAEP\"}");

    private RefreshTokens() {}

    static String next() {
        return IntStream.of(256, 12, 800, 16)
                .mapToObj(RefreshTokens::random)
                .collect(Collectors.joining(".", HEADER + ".", ""));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }
}
