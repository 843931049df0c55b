package io.github.cognitoee.emulator.internal.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.internal.iam.Policy;
import io.github.cognitoee.emulator.internal.iam.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The session policies by which the enhanced flow keeps guests to some services, whatever their role allows: one of the
 * identity service's own, and the managed policy {@code AmazonCognitoUnAuthedIdentitiesSessionPolicy} (version 3). The
 * Cognito developer guide tells them under "IAM roles", "Access policies". The classic flow knows nothing of the kind.
 */
final class GuestSession {

    /** What one of them allows is within the services that guests may use. */
    static final List<Policy> POLICIES = read();

    private GuestSession() {}

    private static List<Policy> read() {
        try (InputStream in = GuestSession.class.getResourceAsStream("guest-session-policies.json")) {
            Map<String, Map<String, Object>> documents = new ObjectMapper().readValue(in, new TypeReference<>() {});
            return documents.entrySet().stream()
                    .map(policy -> Policy.parse(PolicyKind.SESSION, policy.getKey(), policy.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
