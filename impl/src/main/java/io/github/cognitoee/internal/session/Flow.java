package io.github.cognitoee.internal.session;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A sign-in under way: one visit of one browser tab to managed login. {@code toString} shows nothing of it.
 *
 * @param state by which the visit comes back (RFC 6749 section 10.12)
 * @param nonce by which its ID token is told (OpenID Connect Core section 3.1.2.1)
 * @param verifier what only we can show for its code (RFC 7636)
 * @param returnTo where to go in the end: an absolute path of this application's host
 * @param required what the sign-in must be like
 * @param startedAt in whole seconds
 */
record Flow(String state, String nonce, String verifier, String returnTo, StepUp required, Instant startedAt) {

    private static final int RANDOM_BYTES = 32;

    static Flow begin(String returnTo, StepUp required, Instant now) {
        return new Flow(
                RandomText.ofBytes(RANDOM_BYTES),
                RandomText.ofBytes(RANDOM_BYTES),
                RandomText.ofBytes(RANDOM_BYTES),
                returnTo,
                required,
                Instant.ofEpochSecond(now.getEpochSecond()));
    }

    /** {@code S256}, RFC 7636 section 4.2. */
    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }

    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("s", state)
                .add("n", nonce)
                .add("v", verifier)
                .add("r", returnTo)
                .add("t", startedAt.getEpochSecond());
        required.maxAge().ifPresent(age -> json.add("m", age.toSeconds()));
        required.assurance().ifPresent(level -> json.add("a", level));
        return json.build().toString();
    }

    /** Empty for what another version of the library may have written. */
    static Optional<Flow> parse(String json) {
        return KeptJson.read(json, Flow::of);
    }

    private static Flow of(JsonObject json) {
        return new Flow(
                json.getString("s"),
                json.getString("n"),
                json.getString("v"),
                json.getString("r"),
                new StepUp(
                        Optional.ofNullable(json.getJsonNumber("m"))
                                .map(seconds -> Duration.ofSeconds(seconds.longValueExact())),
                        Optional.ofNullable(json.getJsonString("a")).map(JsonString::getString)),
                Instant.ofEpochSecond(json.getJsonNumber("t").longValueExact()));
    }

    @Override
    public String toString() {
        return "Flow";
    }
}
