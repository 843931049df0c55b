package io.github.cognitoee.internal.session;

import io.github.cognitoee.userpool.RememberedDevice;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device as its browser keeps it. {@code toString} shows nothing of it.
 *
 * @param subject whose it is
 * @param names by which they may sign in, as far as their ID token has them
 * @param since in whole seconds
 */
record KeptDevice(RememberedDevice device, String subject, List<String> names, Instant since) {

    /** A user name, and what user pools take for one. */
    private static final List<String> NAMES =
            List.of("cognito:username", "email", "phone_number", "preferred_username");

    /** Users may write longer ones themselves, and all go into the cookie. */
    private static final int MAX_NAME_LENGTH = 128;

    KeptDevice {
        names = List.copyOf(names);
    }

    /** @param idToken whose claims are true */
    static KeptDevice of(RememberedDevice device, String idToken, Instant now) {
        JsonObject claims = Subject.claims(idToken).orElse(JsonObject.EMPTY_JSON_OBJECT);
        List<String> names = NAMES.stream()
                .flatMap(claim ->
                        claims.get(claim) instanceof JsonString name ? Stream.of(name.getString()) : Stream.empty())
                .filter(name -> name.length() <= MAX_NAME_LENGTH)
                .distinct()
                .toList();
        return new KeptDevice(device, claims.getString("sub", ""), names, Instant.ofEpochSecond(now.getEpochSecond()));
    }

    /** Whether somebody of that name has it; user pools may ignore case, and one that does not has forgotten nothing by it. */
    boolean isOf(String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Some characters that keep the user apart from others, and tell nothing of them. */
    String tag() {
        return Sha256.tag(subject);
    }

    String toJson() {
        JsonArrayBuilder known = Json.createArrayBuilder();
        names.forEach(known::add);
        return Json.createObjectBuilder()
                .add("k", device.key())
                .add("g", device.groupKey())
                .add("p", device.password())
                .add("s", subject)
                .add("n", known)
                .add("t", since.getEpochSecond())
                .build()
                .toString();
    }

    /** Empty for what another version of the library may have written. */
    static Optional<KeptDevice> parse(String json) {
        return KeptJson.read(json, KeptDevice::of);
    }

    private static KeptDevice of(JsonObject json) {
        return new KeptDevice(
                new RememberedDevice(json.getString("k"), json.getString("g"), json.getString("p")),
                json.getString("s"),
                json.getJsonArray("n").getValuesAs(JsonString::getString),
                Instant.ofEpochSecond(json.getJsonNumber("t").longValueExact()));
    }

    @Override
    public String toString() {
        return "KeptDevice";
    }
}
