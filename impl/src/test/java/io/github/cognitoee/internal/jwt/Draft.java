package io.github.cognitoee.internal.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token in the making: starts out valid, is changed in one place, and signed with the user pool's key. */
final class Draft {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String POOL_ID = "eu-west-1_AbCdEfGhI";
    static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/" + POOL_ID;
    static final String KID = "abcdefghijklmnopqrsexample=";

    private final Map<String, Object> header = new LinkedHashMap<>(Map.of("kid", KID, "alg", "RS256"));
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Draft() {
        with("sub", "34c84488-e0e1-70ae-d2ee-991ad1a898c8");
        with("iss", ISSUER);
        with("cognito:groups", List.of("editors", POOL_ID + "_Google", "admins"));
        with("auth_time", NOW.minusSeconds(60).getEpochSecond());
        with("iat", NOW.minusSeconds(60).getEpochSecond());
        with("exp", NOW.plusSeconds(3600).getEpochSecond());
    }

    static Draft accessToken() {
        return new Draft()
                .with("token_use", "access")
                .with("client_id", "web")
                .with("username", "alice")
                .with("scope", "openid photos/read")
                .with("version", 2);
    }

    static Draft idToken() {
        return new Draft()
                .with("token_use", "id")
                .with("aud", "web")
                .with("cognito:username", "alice")
                .with("email", "alice@example.com")
                .with("email_verified", true);
    }

    Draft with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    /** A claim that is the JSON {@code null}. */
    Draft withNull(String claim) {
        claims.put(claim, null);
        return this;
    }

    Draft without(String... names) {
        claims.keySet().removeAll(Arrays.asList(names));
        return this;
    }

    Draft header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Draft withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    String headerJson() {
        return json(header);
    }

    String payloadJson() {
        return json(claims);
    }

    Map<String, Object> claims() {
        return claims;
    }

    String sign() {
        return sign(TestKeys.POOL);
    }

    String sign(KeyPair keys) {
        return sign(keys, headerJson(), payloadJson());
    }

    static String sign(KeyPair keys, String headerJson, String payloadJson) {
        return sign(keys, utf8(headerJson), utf8(payloadJson));
    }

    static String sign(KeyPair keys, byte[] header, byte[] payload) {
        String signed = base64url(header) + "." + base64url(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(utf8(signed));
            return signed + "." + base64url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(Map<String, Object> members) {
        try {
            return new ObjectMapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
