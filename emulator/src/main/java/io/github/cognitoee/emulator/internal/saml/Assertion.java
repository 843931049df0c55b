package io.github.cognitoee.emulator.internal.saml;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assertion says.
 *
 * @param issuer the entity id of the identity provider
 * @param subject the {@code NameID}
 * @param audiences of its only restriction
 * @param recipient of its only confirmation, a bearer's
 * @param begin the first moment at which it holds; {@link Instant#MIN} if it does not say so
 * @param end the first moment at which it holds no more
 * @param attributes their values, by name
 */
public record Assertion(
        String id,
        String issuer,
        String subject,
        List<String> audiences,
        String recipient,
        Instant begin,
        Instant end,
        Map<String, List<String>> attributes) {

    public Assertion {
        audiences = List.copyOf(audiences);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** Tells nothing of the subject. */
    @Override
    public String toString() {
        return "Assertion[" + issuer + "]";
    }
}
