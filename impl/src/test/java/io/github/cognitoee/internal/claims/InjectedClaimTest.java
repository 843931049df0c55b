package io.github.cognitoee.internal.claims;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.ClaimConversionException;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.claims.InjectedType.Access;
import io.github.cognitoee.internal.jwt.TestTokens;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims of a real token, in the types in which applications ask for them. */
class InjectedClaimTest {

    private final JsonWebToken token = caller(Map.ofEntries(
            entry("cognito:groups", List.of("users")),
            entry("text", "seven"),
            entry("number", 7),
            entry("decimal", 1.5),
            entry("whole", 7.0),
            entry("truth", true),
            entry("words", List.of("b", "a", "b")),
            entry("mixed", List.of("a", 1, true)),
            entry("nested", List.of(List.of("a"))),
            entry("thing", Map.of("a", 1)),
            entry("custom:age", "42"),
            entry("custom:vip", "true")));

    private static JsonWebToken caller(Map<String, ?> claims) {
        VerifiedJwt verified = TestTokens.verified(TestTokens.idToken(claims));
        return new CognitoCallerPrincipal("alice", verified, verified.groups(), () -> new IdToken(verified));
    }

    static Stream<Arguments> conversions() {
        JsonObject thing = Json.createObjectBuilder().add("a", 1).build();
        return Stream.of(
                Arguments.of("text", ClaimType.STRING, "seven"),
                Arguments.of("number", ClaimType.STRING, "7"),
                Arguments.of("truth", ClaimType.STRING, "true"),
                Arguments.of("number", ClaimType.LONG, 7L),
                Arguments.of("whole", ClaimType.LONG, 7L),
                Arguments.of("custom:age", ClaimType.LONG, 42L),
                Arguments.of("truth", ClaimType.BOOLEAN, true),
                Arguments.of("custom:vip", ClaimType.BOOLEAN, true),
                Arguments.of("words", ClaimType.STRINGS, Set.of("a", "b")),
                Arguments.of("mixed", ClaimType.STRINGS, Set.of("a", "1", "true")),
                Arguments.of("cognito:groups", ClaimType.STRINGS, Set.of("users")),
                Arguments.of("groups", ClaimType.STRINGS, Set.of("users")),
                Arguments.of("aud", ClaimType.STRINGS, Set.of("web")),
                Arguments.of("truth", ClaimType.JSON, JsonValue.TRUE),
                Arguments.of("text", ClaimType.JSON, Json.createValue("seven")),
                Arguments.of("text", ClaimType.JSON_STRING, Json.createValue("seven")),
                Arguments.of("number", ClaimType.JSON_NUMBER, Json.createValue(7)),
                Arguments.of(
                        "groups",
                        ClaimType.JSON_ARRAY,
                        Json.createArrayBuilder(List.of("users")).build()),
                Arguments.of("thing", ClaimType.JSON_OBJECT, thing));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void claimIsHadInTheTypeThatIsAskedFor(String claim, ClaimType type, Object value) {
        assertThat(value(claim, type)).isEqualTo(value);
        assertThat(optional(claim, type)).isEqualTo(Optional.of(value));
    }

    @ParameterizedTest
    @CsvSource({
        "text, LONG, integer",
        "decimal, LONG, integer",
        "truth, LONG, integer",
        "text, BOOLEAN, boolean",
        "number, BOOLEAN, boolean",
        "thing, STRING, text",
        "words, STRING, text",
        "aud, STRING, text",
        "text, STRINGS, list of texts",
        "nested, STRINGS, list of texts",
        "number, JSON_STRING, JSON string",
        "custom:age, JSON_NUMBER, JSON number",
        "text, JSON_ARRAY, JSON array",
        "words, JSON_OBJECT, JSON object"
    })
    void claimThatIsNoSuchThingIsAnErrorThatTellsNoValue(String claim, ClaimType type, String title) {
        assertThatThrownBy(() -> value(claim, type))
                .isInstanceOf(ClaimConversionException.class)
                .hasMessage("COG-0025: the claim \"" + claim + "\" of the caller's token is no " + title
                        + "; inject it in the type that the token has, or as JsonValue");
    }

    @ParameterizedTest
    @CsvSource({"missing", "nbf", "updated_at", "nonce"})
    void claimThatTheTokenDoesNotHaveIsNullOrEmpty(String claim) {
        for (ClaimType type : ClaimType.values()) {
            assertThat(value(claim, type)).isNull();
            assertThat(optional(claim, type)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void valueWithoutATypeIsThatOfTheToken() {
        InjectedClaim<Object> claim =
                new InjectedClaim<>(token, "groups", new InjectedType(null, false, Access.CLAIM_VALUE));

        assertThat(claim.getValue()).isSameAs(token.getGroups());
    }

    @Test
    void printsItsNameOnly() {
        InjectedClaim<Object> claim =
                new InjectedClaim<>(token, "text", new InjectedType(ClaimType.STRING, false, Access.CLAIM_VALUE));

        assertThat(claim.getName()).isEqualTo("text");
        assertThat(claim).hasToString("ClaimValue[text]");
    }

    private Object value(String claim, ClaimType type) {
        return new InjectedClaim<>(token, claim, new InjectedType(type, false, Access.ONCE)).getValue();
    }

    private Object optional(String claim, ClaimType type) {
        return new InjectedClaim<>(token, claim, new InjectedType(type, true, Access.CLAIM_VALUE)).getValue();
    }
}
