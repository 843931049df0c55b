package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the vectors of AWS' Signature Version 4 test suite. */
class SigV4Test {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String DATE = "20150830T123600Z";
    private static final String PREFIX =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=";
    private static final String VANILLA = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    @ParameterizedTest
    @CsvSource({
        "GET, '', " + VANILLA,
        "GET, Param2=value2&Param1=value1, b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "POST, '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    })
    void vanillaRequests(String method, String query, String signature) {
        HttpCall call = new HttpCall(method, "/", query, hostAnd(Map.of()), new byte[0]);

        assertThat(signed("host;x-amz-date", signature).isSignatureOf(call, SECRET, DATE))
                .isTrue();
    }

    @Test
    void aFormBody() {
        HttpCall call = form("Param1=value1");

        assertThat(formSignature().isSignatureOf(call, SECRET, DATE)).isTrue();
    }

    @Test
    void headerValuesAreTrimmed() {
        Map<String, List<String>> headers =
                hostAnd(Map.of("my-header1", List.of(" value1"), "my-header2", List.of(" \"a   b   c\"")));
        HttpCall call = new HttpCall("GET", "/", "", headers, new byte[0]);

        assertThat(signed(
                                "host;my-header1;my-header2;x-amz-date",
                                "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")
                        .isSignatureOf(call, SECRET, DATE))
                .isTrue();
    }

    @Test
    void aChangedBodyIsNotWhatWasSigned() {
        assertThat(formSignature().isSignatureOf(form("Param1=value2"), SECRET, DATE))
                .isFalse();
    }

    @Test
    void anotherSecretSignsDifferently() {
        HttpCall call = new HttpCall("GET", "/", "", hostAnd(Map.of()), new byte[0]);

        assertThat(signed("host;x-amz-date", VANILLA).isSignatureOf(call, SECRET + "x", DATE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer abc",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host"
            })
    void otherHeadersAreNoSignature(String header) {
        assertThat(SigV4.parse(header)).isEmpty();
    }

    private static SigV4 formSignature() {
        return signed(
                "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    }

    private static HttpCall form(String body) {
        Map<String, List<String>> headers =
                hostAnd(Map.of("content-type", List.of("application/x-www-form-urlencoded")));
        return new HttpCall("POST", "/", "", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static SigV4 signed(String headers, String signature) {
        return SigV4.parse(PREFIX + headers + ", Signature=" + signature).orElseThrow();
    }

    private static Map<String, List<String>> hostAnd(Map<String, List<String>> more) {
        Map<String, List<String>> headers = new LinkedHashMap<>(more);
        headers.put("host", List.of("example.amazonaws.com"));
        headers.put("x-amz-date", List.of(DATE));
        return headers;
    }
}
