package io.github.cognitoee.it;

import static io.github.cognitoee.event.RejectionReason.ALGORITHM;
import static io.github.cognitoee.event.RejectionReason.CLIENT;
import static io.github.cognitoee.event.RejectionReason.CRITICAL_HEADER;
import static io.github.cognitoee.event.RejectionReason.EXPIRED;
import static io.github.cognitoee.event.RejectionReason.ISSUED_IN_FUTURE;
import static io.github.cognitoee.event.RejectionReason.ISSUER;
import static io.github.cognitoee.event.RejectionReason.MALFORMED;
import static io.github.cognitoee.event.RejectionReason.NOT_YET_VALID;
import static io.github.cognitoee.event.RejectionReason.SIGNATURE;
import static io.github.cognitoee.event.RejectionReason.TOKEN_USE;
import static io.github.cognitoee.event.RejectionReason.UNKNOWN_KEY;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.emulator.TokenSignature;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.it.harness.Cognito;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tokens made from Alice's valid one, each wrong in one way. All of them are signed by the pool's own key unless their name
 * says otherwise, so that nothing but that one way gives them away.
 */
final class HostileTokens {

    private static final String FORGED_KID = "forged-key";

    private final TokenRecipe alice = Cognito.alice();
    private final String valid = alice.accessToken();
    private final List<HostileToken> tokens = new ArrayList<>();

    private HostileTokens() {}

    /** Texts that are not three parts of canonical base64url. */
    static List<HostileToken> notCompactJws() {
        HostileTokens made = new HostileTokens();
        String valid = made.valid;
        String[] parts = valid.split("[.]");
        made.add("a word", MALFORMED, "swordfish");
        made.add("two dots", MALFORMED, "..");
        made.add("parts of one character", MALFORMED, "a.b.c");
        made.add("two parts", MALFORMED, parts[0] + "." + parts[1]);
        made.add("four parts", MALFORMED, valid + ".");
        made.add("five parts, as encrypted tokens have", MALFORMED, valid + "." + parts[1] + "." + parts[2]);
        made.add("empty header", MALFORMED, "." + parts[1] + "." + parts[2]);
        made.add("empty payload", MALFORMED, parts[0] + ".." + parts[2]);
        made.add("empty signature", SIGNATURE, parts[0] + "." + parts[1] + ".");
        made.add("parts in another order", ALGORITHM, parts[1] + "." + parts[0] + "." + parts[2]);
        made.add("padding", MALFORMED, valid + "==");
        made.add("half the padding", MALFORMED, valid + "=");
        made.add("padding after the header", MALFORMED, parts[0] + "=." + parts[1] + "." + parts[2]);
        made.add("plus sign", MALFORMED, parts[0] + "." + parts[1] + "." + "+" + parts[2].substring(1));
        made.add("slash", MALFORMED, parts[0] + "." + parts[1] + "." + "/" + parts[2].substring(1));
        made.add("stray last bits", MALFORMED, withStrayLastBits(valid));
        made.add("blank inside", MALFORMED, parts[0] + ". " + parts[1] + "." + parts[2]);
        made.add("tab inside", MALFORMED, parts[0] + ".\t" + parts[1] + "." + parts[2]);
        made.add("percent-encoded dot", MALFORMED, parts[0] + "%2E" + parts[1] + "." + parts[2]);
        made.add("in quotes", MALFORMED, '"' + valid + '"');
        made.add("the scheme twice", MALFORMED, "Bearer " + valid);
        made.add("two tokens in one header", MALFORMED, valid + ", Bearer " + valid);
        made.add(
                "JSON serialisation",
                MALFORMED,
                "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}".formatted((Object[]) parts));
        return made.tokens;
    }

    /** Headers that ask for another algorithm, or for processing that is not done. */
    static List<HostileToken> algorithms() {
        HostileTokens made = new HostileTokens();
        TokenRecipe alice = made.alice;
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            TokenRecipe named = alice.withHeader("alg", none);
            made.add("alg '" + none + "', unsigned", ALGORITHM, named.signedAs(TokenSignature.NONE));
            made.add("alg '" + none + "', signed all the same", ALGORITHM, named);
        }
        for (TokenSignature signature : TokenSignature.values()) {
            if (signature != TokenSignature.RS256 && signature != TokenSignature.NONE) {
                made.add(signature.name(), ALGORITHM, alice.signedAs(signature));
                made.add(
                        signature + " under the name of RS256",
                        SIGNATURE,
                        alice.signedAs(signature).withHeader("alg", "RS256"));
            }
        }
        made.add(
                "unsigned under the name of RS256",
                SIGNATURE,
                alice.signedAs(TokenSignature.NONE).withHeader("alg", "RS256"));
        made.add("alg in lower case", ALGORITHM, alice.withHeader("alg", "rs256"));
        made.add("alg with a blank", ALGORITHM, alice.withHeader("alg", "RS256 "));
        made.add("alg missing", ALGORITHM, alice.withoutHeader("alg"));
        made.add("alg null", MALFORMED, alice.withHeader("alg", null));
        made.add("alg in a list", MALFORMED, alice.withHeader("alg", List.of("RS256", "none")));
        made.add("crit", CRITICAL_HEADER, alice.withHeader("crit", List.of("exp")));
        made.add("crit of nothing", CRITICAL_HEADER, alice.withHeader("crit", List.of()));
        made.add("b64 false", CRITICAL_HEADER, alice.withHeader("b64", false));
        made.add("b64 true", CRITICAL_HEADER, alice.withHeader("b64", true));
        made.add("zip", CRITICAL_HEADER, alice.withHeader("zip", "DEF"));
        made.add("foreign key", SIGNATURE, alice.signedWithForeignKey());
        return made.tokens;
    }

    /** Headers that name or bring along the forger's key. */
    static List<HostileToken> keys(String forgersAddress) {
        HostileTokens made = new HostileTokens();
        Map<String, Object> places = Map.of(
                "jwk",
                Cognito.foreignJwk(),
                "jku",
                forgersAddress,
                "x5u",
                forgersAddress,
                "x5c",
                List.of("MIIBszCCAVmgAwIBAgIUforged"));
        places.forEach((name, value) -> {
            TokenRecipe forged = made.alice.signedWithForeignKey().withHeader(name, value);
            made.add(name + " and the pool's kid", SIGNATURE, forged);
            made.add(name + " and a kid of its own", UNKNOWN_KEY, forged.withKeyId(FORGED_KID));
        });
        for (String unknown : List.of(
                FORGED_KID,
                " ",
                "../../etc/passwd",
                "/dev/null",
                "file:///dev/null",
                forgersAddress,
                "' OR '1'='1",
                "a\r\nSet-Cookie: hostile=1",
                "\u0000",
                "${jndi:" + forgersAddress + "}",
                "k".repeat(256))) {
            made.add("kid " + printable(unknown), UNKNOWN_KEY, made.alice.withKeyId(unknown));
        }
        made.add("kid missing", MALFORMED, made.alice.withoutHeader("kid"));
        made.add("kid empty", MALFORMED, made.alice.withKeyId(""));
        made.add("kid null", MALFORMED, made.alice.withHeader("kid", null));
        made.add("kid a number", MALFORMED, made.alice.withHeader("kid", 1));
        made.add("kid a list", MALFORMED, made.alice.withHeader("kid", List.of(FORGED_KID)));
        made.add("kid of 2,000 characters", MALFORMED, made.alice.withKeyId("k".repeat(2_000)));
        return made.tokens;
    }

    /** Headers and payloads that are not the JSON objects they should be. */
    static List<HostileToken> json() {
        HostileTokens made = new HostileTokens();
        TokenRecipe alice = made.alice;
        made.header("a member twice", "\"alg\":\"none\"");
        made.header("a member twice, once in escapes", "\"\\u0061lg\":\"none\"");
        made.header("nested 100 levels deep", nested(100));
        made.payload("a claim twice", "\"sub\":\"someone-else\"");
        made.payload("a claim twice, once in escapes", "\"s\\u0075b\":\"someone-else\"");
        made.payload("a nested member twice", "\"deep\":{\"a\":1,\"a\":2}");
        made.payload("nested 100 levels deep", nested(100));
        made.payload("nested 17 levels deep", nested(16));
        made.payload("a lone surrogate", "\"name\":\"\\ud800\"");
        made.payload("a control character in a string", "\"name\":\"\u0000\"");
        made.payload("a comment", "/* */\"name\":\"\"");
        made.payload("single quotes", "'name':''");
        for (String number : List.of(
                "1e400", "-1e400", "9".repeat(4_000), "0x10", "01", "+1", "1.", ".5", "1e", "NaN", "Infinity", "-")) {
            made.payload("the number " + printable(number), "\"number\":" + number);
        }
        made.payload("a byte order mark", json -> "\ufeff" + json);
        made.payload("text behind", json -> json + "{}");
        made.payload("NUL behind", json -> json + "\u0000");
        made.payload("NUL before", json -> "\u0000" + json);
        made.payload("a trailing comma", json -> json.substring(0, json.length() - 1) + ",}");
        made.payload("cut off", json -> json.substring(0, json.length() - 1));
        made.payload("in a list", json -> "[" + json + "]");
        for (String other : List.of("[]", "\"\"", "null", "true", "0", "")) {
            made.add("header " + printable(other), MALFORMED, alice.withRawHeader(other));
            made.add("payload " + printable(other), MALFORMED, alice.withRawPayload(other));
        }
        made.add("payload in UTF-16", MALFORMED, alice.withRawPayload("{}".getBytes(StandardCharsets.UTF_16BE)));
        made.add("payload with an overlong slash", MALFORMED, alice.withRawPayload(inString(0xC0, 0xAF)));
        made.add("payload with a byte of no text", MALFORMED, alice.withRawPayload(inString(0xFF)));
        made.add("payload with an encoded surrogate", MALFORMED, alice.withRawPayload(inString(0xED, 0xA0, 0x80)));
        made.add("header that is no text", MALFORMED, alice.withRawHeader(inString(0xFF)));
        return made.tokens;
    }

    /** Claims of the wrong type or value. */
    static List<HostileToken> claims() {
        HostileTokens made = new HostileTokens();
        TokenRecipe alice = made.alice;
        for (String date : List.of("exp", "iat", "nbf")) {
            for (Object value : Arrays.asList("1795000000", 1795000000.5, 1L << 53, true, null, List.of(1795000000))) {
                made.claim(date, value, MALFORMED);
            }
        }
        for (String past : List.of("0", "-0", "-1", "1e3", "-9007199254740991")) {
            made.add(
                    "exp " + past,
                    EXPIRED,
                    alice.withoutClaim("exp").editPayload(json -> "{\"exp\":" + past + "," + json.substring(1)));
        }
        made.add("exp an hour ago", EXPIRED, alice.expired());
        made.add("exp missing", MALFORMED, alice.withoutClaim("exp"));
        made.add("iat missing", MALFORMED, alice.withoutClaim("iat"));
        made.add("nbf in an hour", NOT_YET_VALID, alice.notBefore(Instant.now().plus(Duration.ofHours(1))));
        made.add(
                "iat in an hour", ISSUED_IN_FUTURE, alice.issuedAt(Instant.now().plus(Duration.ofHours(1))));
        for (Object value : Arrays.asList(7, null, "", Map.of(), List.of("x"))) {
            made.claim("sub", value, MALFORMED);
            made.claim("username", value, MALFORMED);
        }
        made.claim("username", " ", MALFORMED);
        made.claim("username", "client:demo0client0of0photo0album", MALFORMED);
        for (Object value : Arrays.asList("admins", null, Map.of("admins", true), List.of("admins", 1))) {
            made.claim("cognito:groups", value, MALFORMED);
        }
        made.claim("scope", List.of("openid"), MALFORMED);
        made.claim("token_use", List.of("access"), MALFORMED);
        made.claim("token_use", "ACCESS", TOKEN_USE);
        made.claim("token_use", "id", TOKEN_USE);
        made.add("token_use missing", TOKEN_USE, alice.withoutClaim("token_use"));
        made.add("an ID token", TOKEN_USE, alice.idToken());
        made.claim("client_id", List.of("demo0client0of0photo0album"), MALFORMED);
        made.claim("client_id", "demo0client0of0photo0album ", CLIENT);
        made.claim("client_id", Cognito.OTHER_CLIENT, CLIENT);
        made.add("client_id missing", CLIENT, alice.withoutClaim("client_id"));
        return made.tokens;
    }

    /** Issuers that are not the configured one, with a key that would have to be fetched. */
    static List<HostileToken> issuers(String forgersAddress) {
        HostileTokens made = new HostileTokens();
        TokenRecipe forged = made.alice.signedWithForeignKey().withKeyId("key-of-another-issuer");
        for (String issuer : List.of(
                forgersAddress,
                Cognito.ISSUER + "/",
                Cognito.ISSUER + " ",
                Cognito.ISSUER + "\u0000",
                Cognito.ISSUER + "#",
                Cognito.ISSUER + "?x=1",
                Cognito.ISSUER + "X",
                Cognito.ISSUER + "/../eu-west-1_CognitoEE",
                Cognito.ISSUER.substring(0, Cognito.ISSUER.length() - 1),
                Cognito.ISSUER.toUpperCase(Locale.ROOT),
                Cognito.ISSUER.replace("https://cognito", "https://COGNITO"),
                Cognito.ISSUER.replace("https:", "http:"),
                Cognito.ISSUER.replace("https://", "https://user@"),
                Cognito.ISSUER.replace(".com/", ".com@localhost/"),
                Cognito.ISSUER.replace(".com/", ".com.example.org/"),
                Cognito.ISSUER.replace(".com/", ".com:443/"),
                Cognito.ISSUER.replace("_CognitoEE", "%5FCognitoEE"),
                "https://example.org/" + Cognito.ISSUER,
                "")) {
            made.add("iss " + printable(issuer), ISSUER, forged.withClaim("iss", issuer));
        }
        made.add("iss missing", ISSUER, forged.withoutClaim("iss"));
        made.add("iss of an unknown pool", ISSUER, made.alice.ofUnknownPool());
        made.add("iss a number", MALFORMED, forged.withClaim("iss", 7));
        made.add("iss a list", MALFORMED, forged.withClaim("iss", List.of(Cognito.ISSUER)));
        return made.tokens;
    }

    private void header(String name, String member) {
        add("header with " + name, MALFORMED, alice.editHeader(json -> "{" + member + "," + json.substring(1)));
    }

    private void payload(String name, String member) {
        payload(name, json -> "{" + member + "," + json.substring(1));
    }

    private void payload(String name, UnaryOperator<String> edit) {
        add("payload with " + name, MALFORMED, alice.editPayload(edit));
    }

    private void claim(String name, Object value, RejectionReason reason) {
        String kind = value == null ? "null" : value.getClass().getSimpleName() + " " + value;
        add(name + " is " + printable(kind), reason, alice.withClaim(name, value));
    }

    private void add(String name, RejectionReason reason, TokenRecipe recipe) {
        add(name, reason, recipe.accessToken());
    }

    private void add(String name, RejectionReason reason, String text) {
        tokens.add(new HostileToken(name, text, reason));
    }

    /** The signature's 256 bytes leave four unused bits in its last character; sets one of them. */
    private static String withStrayLastBits(String token) {
        int last = token.length() - 1;
        return token.substring(0, last) + (char) (token.charAt(last) + 1);
    }

    private static String nested(int levels) {
        return "\"deep\":" + "[".repeat(levels) + "]".repeat(levels);
    }

    /** A JSON object with a string of these bytes. */
    private static byte[] inString(int... bytes) {
        StringBuilder latin1 = new StringBuilder("{\"name\":\"");
        for (int b : bytes) {
            latin1.append((char) b);
        }
        return latin1.append("\"}").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String printable(String text) {
        String shown = text.replaceAll("[^ -~]", "?");
        return shown.length() > 70 ? shown.substring(0, 70) + "..." : "'" + shown + "'";
    }
}
