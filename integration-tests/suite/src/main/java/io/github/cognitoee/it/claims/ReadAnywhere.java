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

/** The token, and claims in every type that any holder may have injected, sessions included. */
public abstract class ReadAnywhere implements Serializable {

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
    ClaimValue<String> claimValueOfMissingString;

    @Inject
    @Claim("missing")
    ClaimValue<Long> claimValueOfMissingLong;

    @Inject
    @Claim("missing")
    ClaimValue<Boolean> claimValueOfMissingBoolean;

    @Inject
    @Claim("missing")
    ClaimValue<Set<String>> claimValueOfMissingStrings;

    @Inject
    @Claim("missing")
    ClaimValue<JsonValue> claimValueOfMissingJsonValue;

    @Inject
    @Claim("missing")
    ClaimValue<JsonString> claimValueOfMissingJsonString;

    @Inject
    @Claim("missing")
    ClaimValue<JsonNumber> claimValueOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    ClaimValue<JsonArray> claimValueOfMissingJsonArray;

    @Inject
    @Claim("missing")
    ClaimValue<JsonObject> claimValueOfMissingJsonObject;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<String>> claimValueOfMissingOptionalString;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Long>> claimValueOfMissingOptionalLong;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Boolean>> claimValueOfMissingOptionalBoolean;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Set<String>>> claimValueOfMissingOptionalStrings;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonValue>> claimValueOfMissingOptionalJsonValue;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonString>> claimValueOfMissingOptionalJsonString;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonNumber>> claimValueOfMissingOptionalJsonNumber;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonArray>> claimValueOfMissingOptionalJsonArray;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<JsonObject>> claimValueOfMissingOptionalJsonObject;

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
    @Claim("missing")
    Provider<String> providerOfMissingString;

    @Inject
    @Claim("missing")
    Provider<Long> providerOfMissingLong;

    @Inject
    @Claim("missing")
    Provider<Boolean> providerOfMissingBoolean;

    @Inject
    @Claim("missing")
    Provider<Set<String>> providerOfMissingStrings;

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
    @Claim("missing")
    Instance<String> instanceOfMissingString;

    @Inject
    @Claim("missing")
    Instance<Long> instanceOfMissingLong;

    @Inject
    @Claim("missing")
    Instance<Boolean> instanceOfMissingBoolean;

    @Inject
    @Claim("missing")
    Instance<Set<String>> instanceOfMissingStrings;

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
    Provider<Long> signedInAt;

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
    @Claim("text")
    @SuppressWarnings("rawtypes")
    ClaimValue claimValueOfWhatever;

    /** What each injected field says now. */
    public Map<String, String> seen() {
        return Testimony.of(this);
    }
}
