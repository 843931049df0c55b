package io.github.cognitoee.it.claims;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;

/** Claims in the other types that are read anew at each call: what holders that are not stored may have injected. */
public abstract class ReadPerCall extends ReadAnywhere {

    private static final long serialVersionUID = 1L;

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
    @Claim("missing")
    Provider<JsonValue> providerOfMissingJsonValue;

    @Inject
    @Claim("missing")
    Provider<JsonString> providerOfMissingJsonString;

    @Inject
    @Claim("missing")
    Provider<JsonNumber> providerOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    Provider<JsonArray> providerOfMissingJsonArray;

    @Inject
    @Claim("missing")
    Provider<JsonObject> providerOfMissingJsonObject;

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
    Provider<Optional<String>> providerOfMissingOptionalString;

    @Inject
    @Claim("missing")
    Provider<Optional<Long>> providerOfMissingOptionalLong;

    @Inject
    @Claim("missing")
    Provider<Optional<Boolean>> providerOfMissingOptionalBoolean;

    @Inject
    @Claim("missing")
    Provider<Optional<Set<String>>> providerOfMissingOptionalStrings;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonValue>> providerOfMissingOptionalJsonValue;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonString>> providerOfMissingOptionalJsonString;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonNumber>> providerOfMissingOptionalJsonNumber;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonArray>> providerOfMissingOptionalJsonArray;

    @Inject
    @Claim("missing")
    Provider<Optional<JsonObject>> providerOfMissingOptionalJsonObject;

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
    @Claim("missing")
    Instance<JsonValue> instanceOfMissingJsonValue;

    @Inject
    @Claim("missing")
    Instance<JsonString> instanceOfMissingJsonString;

    @Inject
    @Claim("missing")
    Instance<JsonNumber> instanceOfMissingJsonNumber;

    @Inject
    @Claim("missing")
    Instance<JsonArray> instanceOfMissingJsonArray;

    @Inject
    @Claim("missing")
    Instance<JsonObject> instanceOfMissingJsonObject;

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
    Instance<Optional<String>> instanceOfMissingOptionalString;

    @Inject
    @Claim("missing")
    Instance<Optional<Long>> instanceOfMissingOptionalLong;

    @Inject
    @Claim("missing")
    Instance<Optional<Boolean>> instanceOfMissingOptionalBoolean;

    @Inject
    @Claim("missing")
    Instance<Optional<Set<String>>> instanceOfMissingOptionalStrings;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonValue>> instanceOfMissingOptionalJsonValue;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonString>> instanceOfMissingOptionalJsonString;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonNumber>> instanceOfMissingOptionalJsonNumber;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonArray>> instanceOfMissingOptionalJsonArray;

    @Inject
    @Claim("missing")
    Instance<Optional<JsonObject>> instanceOfMissingOptionalJsonObject;
}
