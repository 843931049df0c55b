package io.github.cognitoee.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge itself, by vectors of AWS' published test suite for Signature Version 4. */
class SigV4JudgeTest {

    private static final String DATE = "20150830T123600Z";
    private static final String SCOPE = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";

    private final SigV4Judge judge = new SigV4Judge("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "get-vanilla | GET | / | | | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
                "get-vanilla-query-order-key-case | GET | /?Param2=value2&Param1=value1 | | |"
                        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
                "post-vanilla | POST | / | | | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
                "post-x-www-form-urlencoded | POST | / | application/x-www-form-urlencoded | Param1=value1 |"
                        + " ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
            })
    void publishedSignatureIsAccepted(
            String vector, String method, String path, String contentType, String body, String signature) {
        assertThat(accepts(method, path, contentType, body, signature))
                .as(vector)
                .isTrue();
    }

    @Test
    void signatureOfAnotherRequestIsNot() {
        String vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

        assertThat(accepts("GET", "/", null, null, vanilla)).isTrue();
        assertThat(accepts("PUT", "/", null, null, vanilla)).isFalse();
        assertThat(accepts("GET", "/other", null, null, vanilla)).isFalse();
        assertThat(accepts("GET", "/?a=b", null, null, vanilla)).isFalse();
        assertThat(accepts("GET", "/", null, "body", vanilla)).isFalse();
    }

    private boolean accepts(String method, String path, String contentType, String body, String signature) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Amz-Date", DATE);
        if (contentType != null) {
            headers.put("Content-Type", contentType);
        }
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + SCOPE + ", SignedHeaders="
                        + (contentType == null ? "" : "content-type;") + "host;x-amz-date, Signature=" + signature);
        byte[] octets = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        return judge.accepts(method, URI.create("https://example.amazonaws.com" + path), headers, octets);
    }
}
