package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes compact JWS. The header is written as given and the signature is RS256 in any case, so that tests can have
 * tokens whose header lies.
 */
final class Jws {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

    private Jws() {}

    static String signed(Map<String, Object> header, Map<String, Object> claims, RSAKey key) {
        String content = part(header) + "." + part(claims);
        try {
            return content + "." + new RSASSASigner(key).sign(RS256, content.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key of our own does not sign", e);
        }
    }

    private static Base64URL part(Map<String, Object> members) {
        try {
            return Base64URL.encode(JSON.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a header or claim has no JSON form: " + e.getOriginalMessage(), e);
        }
    }
}
