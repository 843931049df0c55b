package io.github.cognitoee.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes compact JWS from header and payload as they are given: neither need be true, nor JSON.
 *
 * @param header the last word on the header's bytes
 * @param payload the last word on the payload's bytes
 */
record Jws(TokenSignature signature, UnaryOperator<byte[]> header, UnaryOperator<byte[]> payload) {

    static final Jws RS256 = new Jws(TokenSignature.RS256, UnaryOperator.identity(), UnaryOperator.identity());

    private static final ObjectMapper JSON = new ObjectMapper();

    Jws signature(TokenSignature other) {
        return new Jws(other, header, payload);
    }

    Jws header(UnaryOperator<byte[]> edit) {
        return new Jws(signature, bytes -> edit.apply(header.apply(bytes)), payload);
    }

    Jws payload(UnaryOperator<byte[]> edit) {
        return new Jws(signature, header, bytes -> edit.apply(payload.apply(bytes)));
    }

    String text(Map<String, Object> head, Map<String, Object> claims, RSAKey key) {
        String content = part(header.apply(json(head))) + "." + part(payload.apply(json(claims)));
        return content + "." + signature.of(content, key);
    }

    private static Base64URL part(byte[] bytes) {
        return Base64URL.encode(bytes);
    }

    private static byte[] json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a header or claim has no JSON form: " + e.getOriginalMessage(), e);
        }
    }
}
