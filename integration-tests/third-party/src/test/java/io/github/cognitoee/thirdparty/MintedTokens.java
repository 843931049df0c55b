package io.github.cognitoee.thirdparty;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.MovableClock;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.emulator.TokenSignature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens for a verifier to judge, with the key set that it knows at that time. Those that are wrong are Alice's valid
 * token with one change.
 */
final class MintedTokens {

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String CLIENT = "web";

    private final CognitoEmulator cognito;
    private final MovableClock clock;
    private final TokenRecipe alice;
    private final Map<String, Object> keySets = new LinkedHashMap<>();
    private final List<Map<String, Object>> valid = new ArrayList<>();
    private final List<Map<String, Object>> invalid = new ArrayList<>();

    private MintedTokens(CognitoEmulator cognito, MovableClock clock) {
        this.cognito = cognito;
        this.clock = clock;
        this.alice = cognito.tokens().user("alice");
    }

    static Map<String, Object> of(CognitoEmulator cognito, MovableClock clock) throws IOException {
        MintedTokens tokens = new MintedTokens(cognito, clock);
        tokens.publish("first");
        tokens.addValid();
        tokens.addWrongClaims();
        tokens.addWrongSignatures();
        tokens.addTextThatIsNoToken();
        tokens.moveTheClock();
        tokens.rotateTheKeys();
        return Map.of(
                "userPoolId", POOL,
                "clientId", CLIENT,
                "keySets", tokens.keySets,
                "valid", tokens.valid,
                "invalid", tokens.invalid);
    }

    /** Keeps the key set as it is published now. */
    private void publish(String name) throws IOException {
        URI keys = cognito.endpoint().resolve("/" + POOL + "/.well-known/jwks.json");
        try (InputStream published = keys.toURL().openStream()) {
            keySets.put(name, new JsonMapper().readTree(published));
        }
    }

    private void addValid() {
        Map<String, Object> users = Map.of("cognito:groups", List.of("users"));
        takes("an access token", access(alice), claims(users, "username", "alice", "client_id", CLIENT));
        takes("an ID token", id(alice), claims(users, "cognito:username", "alice", "aud", CLIENT));
        takes("an ID token with the user's attributes", id(alice), Map.of("email", "alice@example.com"));
        takes(
                "the token of a member of the required group",
                inGroup("admins", access(cognito.tokens().user("admin"))),
                Map.of());
        takes(
                "an access token with scopes",
                access(alice.scopes("openid", "photos/read")),
                Map.of("scope", "openid photos/read"));
        takes(
                "a machine's access token",
                access(cognito.tokens().machine(CLIENT).scopes("photos/read")),
                Map.of("scope", "photos/read"));
        takes(
                "a token with a claim of the application",
                access(alice.withClaim("custom", List.of(1, 2))),
                Map.of("custom", List.of(1, 2)));
        takes("an nbf that has passed", access(alice.notBefore(clock.instant().minusSeconds(60))), Map.of());
        takes(
                "crit, which it does not look at and the library refuses",
                access(alice.withHeader("crit", List.of("exp"))),
                Map.of());
        takes("the updated issuer of AWS", access(alice.withClaim("iss", issuer("issuer-cognito-idp"))), Map.of());
    }

    private void addWrongClaims() {
        Instant now = clock.instant();
        refuses("an expired access token", access(alice.expired()), "JwtExpiredError");
        refuses("an expired ID token", id(alice.expired()), "JwtExpiredError");
        refuses(
                "a token that lived for a minute",
                access(alice.issuedAt(now.minusSeconds(120)).expiresIn(Duration.ofMinutes(1))),
                "JwtExpiredError");
        refuses("an nbf in an hour", access(alice.notBefore(now.plusSeconds(3600))), "JwtNotBeforeError");
        refuses("an access token of another client", access(alice.client("other")), "CognitoJwtInvalidClientIdError");
        refuses("an ID token of another client", id(alice.client("other")), "CognitoJwtInvalidClientIdError");
        refuses(
                "an access token without client",
                access(alice.withoutClaim("client_id")),
                "CognitoJwtInvalidClientIdError");
        refuses("an ID token without audience", id(alice.withoutClaim("aud")), "CognitoJwtInvalidClientIdError");
        refuses("an ID token as access token", token("access", alice.idToken()), "CognitoJwtInvalidTokenUseError");
        refuses("an access token as ID token", token("id", alice.accessToken()), "CognitoJwtInvalidTokenUseError");
        refuses("a token without use", access(alice.withoutClaim("token_use")), "CognitoJwtInvalidTokenUseError");
        refuses(
                "the token of a member of another group",
                inGroup("admins", access(alice)),
                "CognitoJwtInvalidGroupError");
        refuses("a token without groups", inGroup("users", access(alice.groups())), "CognitoJwtInvalidGroupError");
        refuses(
                "another issuer",
                access(alice.withClaim("iss", "https://example.com/" + POOL)),
                "ParameterValidationError");
        refuses(
                "the issuer of another pool",
                access(alice.withClaim("iss", issuer("cognito-idp") + "X")),
                "ParameterValidationError");
        refuses("the token of a pool that does not exist", access(alice.ofUnknownPool()), "ParameterValidationError");
        refuses("a token without issuer", access(alice.withoutClaim("iss")), "ParameterValidationError");
    }

    private void addWrongSignatures() {
        refuses("a forged token", access(alice.signedWithForeignKey()), "JwtInvalidSignatureError");
        refuses(
                "a forged token that brings its key",
                access(alice.signedWithForeignKey()
                        .withHeader("jwk", cognito.tokens().foreignJwk())),
                "JwtInvalidSignatureError");
        refuses("an unknown key id", access(alice.withKeyId("nobody")), "KidNotFoundInJwksError");
        refuses("no key id", access(alice.withoutHeader("kid")), "JwtWithoutValidKidError");
        for (TokenSignature signature : TokenSignature.values()) {
            if (signature != TokenSignature.RS256 && signature != TokenSignature.NONE) {
                refuses(signature.name(), access(alice.signedAs(signature)), "JwtInvalidSignatureAlgorithmError");
                refuses(
                        signature + " under the name of RS256",
                        access(alice.signedAs(signature).withHeader("alg", "RS256")),
                        "JwtInvalidSignatureError");
            }
        }
        refuses(
                "alg none, signed all the same",
                access(alice.withHeader("alg", "none")),
                "JwtInvalidSignatureAlgorithmError");
        refuses("alg in lower case", access(alice.withHeader("alg", "rs256")), "JwtInvalidSignatureAlgorithmError");
        refuses("alg missing", access(alice.withoutHeader("alg")), "JwtInvalidSignatureAlgorithmError");
        String text = alice.accessToken();
        int inSignature = text.length() - 20;
        refuses(
                "one character changed",
                token(
                        "access",
                        text.substring(0, inSignature)
                                + (text.charAt(inSignature) == 'A' ? 'B' : 'A')
                                + text.substring(inSignature + 1)),
                "JwtInvalidSignatureError");
    }

    private void addTextThatIsNoToken() {
        refuses("an unsigned token", access(alice.signedAs(TokenSignature.NONE)), "JwtParseError");
        refuses("a header that is no JSON", access(alice.withRawHeader("{")), "JwtParseError");
        refuses("a payload that is no JSON", access(alice.withRawPayload("{")), "JwtParseError");
        refuses("a payload that is a list", access(alice.withRawPayload("[]")), "JwtParseError");
        refuses("an exp that is text", access(alice.withClaim("exp", "4102444800")), "JwtParseError");
        refuses(
                "an exp beyond all numbers",
                access(alice.withoutClaim("exp").editPayload(json -> "{\"exp\":1e999," + json.substring(1))),
                "JwtParseError");
        refuses("two parts", token("access", alice.accessToken().replaceFirst("\\.[^.]*$", "")), "JwtParseError");
    }

    private void moveTheClock() {
        clock.advance(Duration.ofHours(-2));
        refuses("a token of two hours ago by the emulator's clock", access(alice), "JwtExpiredError");
        clock.advance(Duration.ofHours(2));
        takes("a token of now by the emulator's clock", access(alice), Map.of());
    }

    private void rotateTheKeys() throws IOException {
        Map<String, Object> old = access(alice);
        cognito.keys(POOL).publishNext();
        publish("announced");
        takes("a token of before, by the keys with the announced ones", knowing("announced", old), Map.of());
        cognito.keys(POOL).signWithNext();
        takes("a token of the announced keys", knowing("announced", access(alice)), Map.of());
        takes("an ID token of the announced keys", knowing("announced", id(alice)), Map.of());
        refuses("a token of the new keys, by the first ones", access(alice), "KidNotFoundInJwksError");
        cognito.keys(POOL).retireOld();
        publish("retired");
        refuses("a token of retired keys", knowing("retired", old), "KidNotFoundInJwksError");
        takes("a token of the new keys alone", knowing("retired", access(alice)), Map.of());
    }

    private void takes(String name, Map<String, Object> token, Map<String, Object> claims) {
        valid.add(with(with(token, "name", name), "claims", claims));
    }

    private void refuses(String name, Map<String, Object> token, String error) {
        invalid.add(with(with(token, "name", name), "error", error));
    }

    private static Map<String, Object> access(TokenRecipe recipe) {
        return token("access", recipe.accessToken());
    }

    private static Map<String, Object> id(TokenRecipe recipe) {
        return token("id", recipe.idToken());
    }

    private static Map<String, Object> token(String use, String text) {
        return Map.of("use", use, "text", text, "keys", "first");
    }

    private static Map<String, Object> inGroup(String group, Map<String, Object> token) {
        return with(token, "groups", List.of(group));
    }

    private static Map<String, Object> knowing(String keySet, Map<String, Object> token) {
        return with(token, "keys", keySet);
    }

    private static Map<String, Object> with(Map<String, Object> token, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(token);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> claims(Map<String, Object> some, Object... more) {
        Map<String, Object> all = new HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static String issuer(String host) {
        return "https://" + host + ".eu-west-1.amazonaws.com/" + POOL;
    }
}
