package io.github.cognitoee.emulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.cognitoee.emulator.internal.identity.SamlSignIn;
import io.github.cognitoee.emulator.internal.saml.Assertion;
import io.github.cognitoee.emulator.internal.saml.ResponseWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A login at a SAML provider, as a response tells it. Immutable: each word gives another. */
public final class SamlLogin {

    private static final String ROLES = "https://aws.amazon.com/SAML/Attributes/Role";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Source source;
    private final Map<Part, String> parts;
    private final Map<String, List<String>> attributes;
    private final Duration age;

    private SamlLogin(Source source, Map<Part, String> parts, Map<String, List<String>> attributes, Duration age) {
        this.source = source;
        this.parts = Map.copyOf(parts);
        this.attributes = attributes;
        this.age = age;
    }

    static SamlLogin of(String provider, String entityId, String userId, Clock clock, Supplier<RSAKey> key) {
        String aws = SamlSignIn.ofArn(provider).orElseThrow().address();
        Map<Part, String> parts =
                Map.of(Part.ISSUER, entityId, Part.USER, userId, Part.AUDIENCE, aws, Part.RECIPIENT, aws);
        return new SamlLogin(new Source(provider, clock, key), parts, Map.of(), Duration.ZERO);
    }

    /** Its key in {@code Logins}, the ARN. */
    public String provider() {
        return source.provider();
    }

    /** With an attribute, or other values of it, such as {@code https://aws.amazon.com/SAML/Attributes/RoleSessionName}. */
    public SamlLogin withAttribute(String name, String... values) {
        Map<String, List<String>> others = new LinkedHashMap<>(attributes);
        others.put(name, List.of(values));
        return new SamlLogin(source, parts, others, age);
    }

    /** With the attribute {@code https://aws.amazon.com/SAML/Attributes/Role}: who may have these roles by this provider. */
    public SamlLogin withRoles(String... roleArns) {
        return withAttribute(
                ROLES, Stream.of(roleArns).map(role -> role + "," + provider()).toArray(String[]::new));
    }

    /** Issued by another than the provider's entity id. */
    public SamlLogin withIssuer(String entityId) {
        return with(Part.ISSUER, entityId);
    }

    /** For another than {@code https://signin.aws.amazon.com/saml}, or its like in the provider's partition. */
    public SamlLogin withAudience(String audience) {
        return with(Part.AUDIENCE, audience);
    }

    /** To another address than {@code https://signin.aws.amazon.com/saml}, or its like in the provider's partition. */
    public SamlLogin withRecipient(String address) {
        return with(Part.RECIPIENT, address);
    }

    /** Whose assertion ended a minute ago. */
    public SamlLogin expired() {
        return new SamlLogin(source, parts, attributes, LIFETIME.plusMinutes(1));
    }

    /** Signed by a key that the provider has not. */
    public SamlLogin signedWithForeignKey() {
        RSAKey foreign = SigningKeys.newKey();
        return new SamlLogin(new Source(provider(), source.clock(), () -> foreign), parts, attributes, age);
    }

    /**
     * A new response in Base64, with one assertion that is good for five minutes, signed by RSA-SHA256. As an identity pool takes
     * an assertion once for each operation, keep it for {@code GetId} and {@code GetCredentialsForIdentity} of one exchange.
     */
    public String response() {
        Instant issued = source.clock().instant().minus(age);
        Assertion assertion = new Assertion(
                "_" + UUID.randomUUID(),
                said(Part.ISSUER),
                said(Part.USER),
                List.of(said(Part.AUDIENCE)),
                said(Part.RECIPIENT),
                issued,
                issued.plus(LIFETIME),
                attributes);
        try {
            return ResponseWriter.write(assertion, source.key().get().toPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of our own is a private one", e);
        }
    }

    private SamlLogin with(Part part, String value) {
        Map<Part, String> others = new EnumMap<>(parts);
        others.put(part, value);
        return new SamlLogin(source, others, attributes, age);
    }

    private String said(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    /** Tells no response. */
    @Override
    public String toString() {
        return "SamlLogin[" + provider() + ", " + said(Part.USER) + "]";
    }

    private enum Part {
        ISSUER,
        USER,
        AUDIENCE,
        RECIPIENT
    }

    private record Source(String provider, Clock clock, Supplier<RSAKey> key) {}
}
