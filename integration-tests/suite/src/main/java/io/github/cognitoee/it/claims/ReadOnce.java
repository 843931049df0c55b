package io.github.cognitoee.it.claims;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The token, and claims in every type that is read once, at injection: what holders of one request may have injected. */
public abstract class ReadOnce {

    @Inject
    JsonWebToken token;

    @Inject
    @Claim("text")
    String rawString;

    @Inject
    @Claim("number")
    Long rawLong;

    @Inject
    @Claim("truth")
    Boolean rawBoolean;

    @Inject
    @Claim("words")
    Set<String> rawStrings;

    @Inject
    @Claim("truth")
    JsonValue rawJsonValue;

    @Inject
    @Claim("text")
    JsonString rawJsonString;

    @Inject
    @Claim("decimal")
    JsonNumber rawJsonNumber;

    @Inject
    @Claim("words")
    JsonArray rawJsonArray;

    @Inject
    @Claim("thing")
    JsonObject rawJsonObject;

    @Inject
    @Claim("text")
    Optional<String> optionalString;

    @Inject
    @Claim("number")
    Optional<Long> optionalLong;

    @Inject
    @Claim("truth")
    Optional<Boolean> optionalBoolean;

    @Inject
    @Claim("words")
    Optional<Set<String>> optionalStrings;

    @Inject
    @Claim("truth")
    Optional<JsonValue> optionalJsonValue;

    @Inject
    @Claim("text")
    Optional<JsonString> optionalJsonString;

    @Inject
    @Claim("decimal")
    Optional<JsonNumber> optionalJsonNumber;

    @Inject
    @Claim("words")
    Optional<JsonArray> optionalJsonArray;

    @Inject
    @Claim("thing")
    Optional<JsonObject> optionalJsonObject;

    @Inject
    @Claim("missing")
    String missingString;

    @Inject
    @Claim("missing")
    Long missingLong;

    @Inject
    @Claim("missing")
    Boolean missingBoolean;

    @Inject
    @Claim("missing")
    Set<String> missingStrings;

    @Inject
    @Claim("missing")
    JsonValue missingJsonValue;

    @Inject
    @Claim("missing")
    JsonString missingJsonString;

    @Inject
    @Claim("missing")
    JsonNumber missingJsonNumber;

    @Inject
    @Claim("missing")
    JsonArray missingJsonArray;

    @Inject
    @Claim("missing")
    JsonObject missingJsonObject;

    @Inject
    @Claim("missing")
    Optional<String> missingOptionalString;

    @Inject
    @Claim("missing")
    Optional<Long> missingOptionalLong;

    @Inject
    @Claim("missing")
    Optional<Boolean> missingOptionalBoolean;

    @Inject
    @Claim("missing")
    Optional<Set<String>> missingOptionalStrings;

    @Inject
    @Claim("missing")
    Optional<JsonValue> missingOptionalJsonValue;

    @Inject
    @Claim("missing")
    Optional<JsonString> missingOptionalJsonString;

    @Inject
    @Claim("missing")
    Optional<JsonNumber> missingOptionalJsonNumber;

    @Inject
    @Claim("missing")
    Optional<JsonArray> missingOptionalJsonArray;

    @Inject
    @Claim("missing")
    Optional<JsonObject> missingOptionalJsonObject;

    @Inject
    @Claim("number")
    long primitiveLong;

    @Inject
    @Claim("truth")
    boolean primitiveBoolean;

    @Inject
    @Claim("missing")
    long missingPrimitiveLong;

    @Inject
    @Claim("missing")
    boolean missingPrimitiveBoolean;

    @Inject
    @Claim("custom:age")
    long rawAgeWrittenAsText;

    @Inject
    @Claim("custom:vip")
    Boolean rawVipWrittenAsText;

    @Inject
    @Claim("number")
    String rawNumberAsText;

    @Inject
    @Claim(standard = Claims.groups)
    Set<String> rawGroups;

    @Inject
    @Claim("aud")
    JsonArray rawAudience;

    @Inject
    @Claim("iss")
    JsonString rawIssuer;

    @Inject
    @Claim(standard = Claims.sub)
    String rawSubject;

    @Inject
    @Claim(standard = Claims.iat)
    Long rawIssuedAt;

    @Inject
    @Claim("exp")
    long rawExpiry;

    @Inject
    @Claim("auth_time")
    JsonNumber rawSignedInAt;

    @Inject
    @Claim("nbf")
    Optional<Long> rawNotBefore;

    @Inject
    @Claim("jti")
    Optional<String> rawTokenId;

    @Inject
    @Claim(standard = Claims.raw_token)
    String rawRawToken;

    /** What each injected field says. */
    public Map<String, String> seen() {
        return Testimony.of(this);
    }
}
