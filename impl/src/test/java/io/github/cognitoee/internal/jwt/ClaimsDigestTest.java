package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimsDigestTest {

    @Test
    void neitherOrderNorWhatEveryTokenHasAnewMatters() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "alice");
        claims.put("cognito:groups", List.of("a"));
        Map<String, Object> reordered = new LinkedHashMap<>();
        reordered.put("cognito:groups", List.of("a"));
        reordered.put("iat", 1L);
        reordered.put("jti", "another");
        reordered.put("sub", "alice");

        assertThat(ClaimsDigest.of(reordered)).isEqualTo(ClaimsDigest.of(claims));
    }

    @Test
    void twoSetsOfClaimsNeverShareADigest() {
        List<Map<String, Object>> all = List.of(
                Map.of("a", "b"),
                Map.of("a", List.of("b")),
                Map.of("a", List.of("b", "c")),
                Map.of("a", List.of("b, c")),
                Map.of("a", "[b, c]"),
                Map.of("a", true),
                Map.of("a", "true"),
                Map.of("a", 1L),
                Map.of("a", "1"),
                Map.of("a", Map.of("b", "c")),
                Map.of("a", "{b=c}"),
                Map.of("a", Arrays.asList("b", null)),
                Map.of("a", List.of("b", "null")),
                Map.of("ab", ""),
                Map.of());
        Stream<String> digests = all.stream().map(ClaimsDigest::of);

        assertThat(digests).doesNotHaveDuplicates();
    }
}
