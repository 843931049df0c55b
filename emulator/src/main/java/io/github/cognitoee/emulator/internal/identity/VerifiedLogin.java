package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Map;

/**
 * A login whose token was verified.
 *
 * @param clientId the app client of the user pool
 */
record VerifiedLogin(String provider, String clientId, String subject, Map<String, Object> claims) {

    Login link() {
        return new Login(provider, subject, false);
    }

    /** The key of its role mapping. */
    String mappingKey() {
        return provider + ":" + clientId;
    }

    /** The values of a claim, whether it is a list or a single value. */
    List<String> values(String claim) {
        Object value = claims.get(claim);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** Tells no claim. */
    @Override
    public String toString() {
        return "VerifiedLogin[" + provider + "]";
    }
}
