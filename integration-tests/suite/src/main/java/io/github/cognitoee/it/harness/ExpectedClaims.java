package io.github.cognitoee.it.harness;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Provider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;

/** What injected tokens and claims have to say of a caller, worked out from the token's payload alone. */
public final class ExpectedClaims {

    private static final Set<Type> READ_PER_CALL = Set.of(ClaimValue.class, Provider.class, Instance.class);

    private final String name;
    private final Optional<String> token;
    private final JsonObject payload;

    private ExpectedClaims(String name, Optional<String> token, JsonObject payload) {
        this.name = name;
        this.token = token;
        this.payload = payload;
    }

    public static ExpectedClaims of(String name, String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(payload))) {
            return new ExpectedClaims(name, Optional.of(token), reader.readObject());
        }
    }

    public static ExpectedClaims ofNobody() {
        return new ExpectedClaims("", Optional.empty(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The token with which the caller presents itself, if it does. */
    public Optional<String> token() {
        return token;
    }

    /** What a field for a claim says. */
    public String of(Field field) {
        return of(claim(nameOf(field.getAnnotation(Claim.class))), field.getGenericType());
    }

    private static String nameOf(Claim claim) {
        return claim.standard() == Claims.UNKNOWN
                ? claim.value()
                : claim.standard().name();
    }

    private static String of(Optional<JsonValue> claim, Type type) {
        if (type == ClaimValue.class) {
            return of(claim, String.class);
        }
        if (type instanceof ParameterizedType wrapper && READ_PER_CALL.contains(wrapper.getRawType())) {
            return of(claim, wrapper.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType wrapper && wrapper.getRawType() == Optional.class) {
            return claim.map(value -> "Optional[" + of(value, wrapper.getActualTypeArguments()[0]) + "]")
                    .orElse("Optional.empty");
        }
        return claim.map(value -> of(value, type)).orElse(ofNothing(type));
    }

    private static String ofNothing(Type type) {
        return type == long.class ? "Long 0" : type == boolean.class ? "Boolean false" : "null";
    }

    private static String of(JsonValue claim, Type type) {
        if (type instanceof ParameterizedType) {
            return "Set " + texts((JsonArray) claim);
        }
        Class<?> wanted = (Class<?>) type;
        if (JsonValue.class.isAssignableFrom(wanted)) {
            return "JSON " + claim.getValueType() + " " + claim;
        }
        String named = wanted.getSimpleName();
        return Character.toUpperCase(named.charAt(0)) + named.substring(1) + " " + text(claim);
    }

    private static String text(JsonValue claim) {
        return claim instanceof JsonString text ? text.getString() : claim.toString();
    }

    private static Set<String> texts(JsonArray claim) {
        return claim.stream().map(ExpectedClaims::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<JsonValue> claim(String claim) {
        return switch (claim) {
            case "raw_token" -> token.map(Json::createValue);
            case "groups" -> Optional.<JsonValue>ofNullable(payload.get("cognito:groups"));
            case "aud" -> Optional.ofNullable(payload.get("aud"))
                    .map(audience -> Json.createArrayBuilder().add(audience).build());
            default -> Optional.ofNullable(payload.get(claim));
        };
    }

    /** What the token says, method by method. */
    public Map<String, String> ofToken() {
        Map<String, String> expected = new TreeMap<>();
        expected.put("token.name", token.isPresent() ? "String " + name : "null");
        expected.put("token.rawToken", of(claim("raw_token"), String.class));
        expected.put("token.issuer", of(claim("iss"), String.class));
        expected.put("token.subject", of(claim("sub"), String.class));
        expected.put("token.tokenId", of(claim("jti"), String.class));
        expected.put("token.audience", ofTexts("aud"));
        expected.put("token.groups", ofTexts("groups"));
        expected.put("token.expirationTime", of(claim("exp"), long.class));
        expected.put("token.issuedAtTime", of(claim("iat"), long.class));
        expected.put("token.claimNames", token.isPresent() ? "Set " + names() : "null");
        expected.put("token.text", of(claim("text"), String.class));
        expected.put("token.missing", "Optional.empty");
        expected.put("token.notBefore", "Optional.empty");
        return expected;
    }

    private String ofTexts(String claim) {
        return claim(claim).map(texts -> "Set " + texts((JsonArray) texts)).orElse("null");
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(payload.keySet());
        names.add("raw_token");
        return names;
    }
}
