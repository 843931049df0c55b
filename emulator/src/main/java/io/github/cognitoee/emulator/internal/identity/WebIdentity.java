package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Map;

/**
 * Who asks for a role, as its trust policy sees it: the claims of a token of the identity service.
 *
 * @param audience the identity pool
 * @param subject the identity
 * @param methods {@code amr}: {@code authenticated} or {@code unauthenticated}, and the providers
 * @param tags of the session to be
 */
record WebIdentity(String audience, String subject, List<String> methods, Map<String, String> tags) {

    static final String ISSUER_HOST = "cognito-identity.amazonaws.com";

    WebIdentity {
        methods = List.copyOf(methods);
        tags = Map.copyOf(tags);
    }

    boolean isGuest() {
        return methods.contains(IdentityPool.UNAUTHENTICATED);
    }

    /** The values that a condition key has. */
    List<String> valuesOf(String key) {
        return switch (key) {
            case ISSUER_HOST + ":aud" -> List.of(audience);
            case ISSUER_HOST + ":sub" -> List.of(subject);
            case ISSUER_HOST + ":amr" -> methods;
            default -> throw new IllegalArgumentException("no condition key: " + key);
        };
    }
}
