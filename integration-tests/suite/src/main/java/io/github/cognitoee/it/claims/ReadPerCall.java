package io.github.cognitoee.it.claims;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The token, and claims in every type that is read whenever the application asks: what any holder may have injected. */
public abstract class ReadPerCall implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    JsonWebToken token;

    @Inject
    @Claim("text")
    ClaimValue<String> claimValueOfString;

    @Inject
    @Claim("number")
    ClaimValue<Long> claimValueOfLong;

    @Inject
    @Claim("truth")
    ClaimValue<Boolean> claimValueOfBoolean;

    @Inject
    @Claim("words")
    ClaimValue<Set<String>> claimValueOfStrings;

    @Inject
    @Claim("truth")
    ClaimValue<JsonValue> claimValueOfJsonValue;

    @Inject
    @Claim("text")
    ClaimValue<JsonString> claimValueOfJsonString;

    @Inject
    @Claim("decimal")
    ClaimValue<JsonNumber> claimValueOfJsonNumber;

    @Inject
    @Claim("words")
    ClaimValue<JsonArray> claimValueOfJsonArray;

    @Inject
    @Claim("thing")
    ClaimValue<JsonObject> claimValueOfJsonObject;

    @Inject
    @Claim("text")
    ClaimValue<Optional<String>> claimValueOfOptionalString;

    @Inject
    @Claim("number")
    ClaimValue<Optional<Long>> claimValueOfOptionalLong;

    @Inject
    @Claim("truth")
    ClaimValue<Optional<Boolean>> claimValueOfOptionalBoolean;

    @Inject
    @Claim("words")
    ClaimValue<Optional<Set<String>>> claimValueOfOptionalStrings;

    @Inject
    @Claim("truth")
    ClaimValue<Optional<JsonValue>> claimValueOfOptionalJsonValue;

    @Inject
    @Claim("text")
    ClaimValue<Optional<JsonString>> claimValueOfOptionalJsonString;

    @Inject
    @Claim("decimal")
    ClaimValue<Optional<JsonNumber>> claimValueOfOptionalJsonNumber;

    @Inject
    @Claim("words")
    ClaimValue<Optional<JsonArray>> claimValueOfOptionalJsonArray;

    @Inject
    @Claim("thing")
    ClaimValue<Optional<JsonObject>> claimValueOfOptionalJsonObject;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<String>> claimValueOfMissingString;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Long>> claimValueOfMissingLong;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Boolean>> claimValueOfMissingBoolean;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Set<String>>> claimValueOfMissingStrings;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonValue>> claimValueOfMissingJsonValue;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonString>> claimValueOfMissingJsonString;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonNumber>> claimValueOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonArray>> claimValueOfMissingJsonArray;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonObject>> claimValueOfMissingJsonObject;

    @Inject
    @Claim("text")
    Provider<String> providerOfString;

    @Inject
    @Claim("number")
    Provider<Long> providerOfLong;

    @Inject
    @Claim("truth")
    Provider<Boolean> providerOfBoolean;

    @Inject
    @Claim("words")
    Provider<Set<String>> providerOfStrings;

    @Inject
    @Claim("truth")
    Provider<JsonValue> providerOfJsonValue;

    @Inject
    @Claim("text")
    Provider<JsonString> providerOfJsonString;

    @Inject
    @Claim("decimal")
    Provider<JsonNumber> providerOfJsonNumber;

    @Inject
    @Claim("words")
    Provider<JsonArray> providerOfJsonArray;

    @Inject
    @Claim("thing")
    Provider<JsonObject> providerOfJsonObject;

    @Inject
    @Claim("text")
    Provider<Optional<String>> providerOfOptionalString;

    @Inject
    @Claim("number")
    Provider<Optional<Long>> providerOfOptionalLong;

    @Inject
    @Claim("truth")
    Provider<Optional<Boolean>> providerOfOptionalBoolean;

    @Inject
    @Claim("words")
    Provider<Optional<Set<String>>> providerOfOptionalStrings;

    @Inject
    @Claim("truth")
    Provider<Optional<JsonValue>> providerOfOptionalJsonValue;

    @Inject
    @Claim("text")
    Provider<Optional<JsonString>> providerOfOptionalJsonString;

    @Inject
    @Claim("decimal")
    Provider<Optional<JsonNumber>> providerOfOptionalJsonNumber;

    @Inject
    @Claim("words")
    Provider<Optional<JsonArray>> providerOfOptionalJsonArray;

    @Inject
    @Claim("thing")
    Provider<Optional<JsonObject>> providerOfOptionalJsonObject;

    @Inject
    @Claim("missing")
    Provider<Optional<String>> providerOfMissingString;

    @Inject
    @Claim("missing")
    Provider<Optional<Long>> providerOfMissingLong;

    @Inject
    @Claim("missing")
    Provider<Optional<Boolean>> providerOfMissingBoolean;

    @Inject
    @Claim("missing")
    Provider<Optional<Set<String>>> providerOfMissingStrings;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonValue>> providerOfMissingJsonValue;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonString>> providerOfMissingJsonString;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonNumber>> providerOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonArray>> providerOfMissingJsonArray;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonObject>> providerOfMissingJsonObject;

    @Inject
    @Claim("text")
    Instance<String> instanceOfString;

    @Inject
    @Claim("number")
    Instance<Long> instanceOfLong;

    @Inject
    @Claim("truth")
    Instance<Boolean> instanceOfBoolean;

    @Inject
    @Claim("words")
    Instance<Set<String>> instanceOfStrings;

    @Inject
    @Claim("truth")
    Instance<JsonValue> instanceOfJsonValue;

    @Inject
    @Claim("text")
    Instance<JsonString> instanceOfJsonString;

    @Inject
    @Claim("decimal")
    Instance<JsonNumber> instanceOfJsonNumber;

    @Inject
    @Claim("words")
    Instance<JsonArray> instanceOfJsonArray;

    @Inject
    @Claim("thing")
    Instance<JsonObject> instanceOfJsonObject;

    @Inject
    @Claim("text")
    Instance<Optional<String>> instanceOfOptionalString;

    @Inject
    @Claim("number")
    Instance<Optional<Long>> instanceOfOptionalLong;

    @Inject
    @Claim("truth")
    Instance<Optional<Boolean>> instanceOfOptionalBoolean;

    @Inject
    @Claim("words")
    Instance<Optional<Set<String>>> instanceOfOptionalStrings;

    @Inject
    @Claim("truth")
    Instance<Optional<JsonValue>> instanceOfOptionalJsonValue;

    @Inject
    @Claim("text")
    Instance<Optional<JsonString>> instanceOfOptionalJsonString;

    @Inject
    @Claim("decimal")
    Instance<Optional<JsonNumber>> instanceOfOptionalJsonNumber;

    @Inject
    @Claim("words")
    Instance<Optional<JsonArray>> instanceOfOptionalJsonArray;

    @Inject
    @Claim("thing")
    Instance<Optional<JsonObject>> instanceOfOptionalJsonObject;

    @Inject
    @Claim("missing")
    Instance<Optional<String>> instanceOfMissingString;

    @Inject
    @Claim("missing")
    Instance<Optional<Long>> instanceOfMissingLong;

    @Inject
    @Claim("missing")
    Instance<Optional<Boolean>> instanceOfMissingBoolean;

    @Inject
    @Claim("missing")
    Instance<Optional<Set<String>>> instanceOfMissingStrings;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonValue>> instanceOfMissingJsonValue;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonString>> instanceOfMissingJsonString;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonNumber>> instanceOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonArray>> instanceOfMissingJsonArray;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonObject>> instanceOfMissingJsonObject;

    @Inject
    @Claim("text")
    Provider<ClaimValue<String>> providerOfClaimValue;

    @Inject
    @Claim("text")
    Instance<ClaimValue<Optional<String>>> instanceOfClaimValueOfOptional;

    @Inject
    @Claim("custom:age")
    ClaimValue<Long> ageWrittenAsText;

    @Inject
    @Claim("custom:vip")
    ClaimValue<Boolean> vipWrittenAsText;

    @Inject
    @Claim("number")
    ClaimValue<String> numberAsText;

    @Inject
    @Claim("groups")
    ClaimValue<Set<String>> groups;

    @Inject
    @Claim("cognito:groups")
    ClaimValue<JsonArray> cognitoGroups;

    @Inject
    @Claim(standard = Claims.aud)
    ClaimValue<Optional<Set<String>>> audience;

    @Inject
    @Claim(standard = Claims.iss)
    ClaimValue<String> issuer;

    @Inject
    @Claim(standard = Claims.sub)
    Provider<String> subject;

    @Inject
    @Claim(standard = Claims.iat)
    Instance<Long> issuedAt;

    @Inject
    @Claim(standard = Claims.exp)
    ClaimValue<JsonNumber> expiry;

    @Inject
    @Claim(standard = Claims.auth_time)
    Provider<Optional<Long>> signedInAt;

    @Inject
    @Claim(standard = Claims.nbf)
    ClaimValue<Optional<Long>> notBefore;

    @Inject
    @Claim(standard = Claims.jti)
    ClaimValue<JsonString> tokenId;

    @Inject
    @Claim(standard = Claims.raw_token)
    Provider<String> rawToken;

    @Inject
    @Claim("token_use")
    ClaimValue<String> use;

    @Inject
    @Claim("missing")
    ClaimValue<String> missingText;

    @Inject
    @Claim("missing")
    Provider<Long> missingNumber;

    @Inject
    @Claim("text")
    @SuppressWarnings("rawtypes")
    ClaimValue claimValueOfWhatever;

    /** What each injected field says now. */
    public Map<String, String> seen() {
        return Testimony.of(this);
    }

    /** The same of copies that were serialised and read back, as a server does to a session. */
    public Map<String, String> seenAfterPassivation() {
        return Testimony.ofCopies(this);
    }
}
