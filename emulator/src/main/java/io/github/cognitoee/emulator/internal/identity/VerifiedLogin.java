package io.github.cognitoee.emulator.internal.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login whose token was verified.
 *
 * @param clientId the app client of the user pool; null at a provider outside of AWS
 * @param asserted the roles that a SAML provider says the user may have; none elsewhere
 */
record VerifiedLogin(
        String provider, @Nullable String clientId, String subject, Map<String, Object> claims, List<String> asserted) {

    static VerifiedLogin ofUserPool(String provider, String clientId, String subject, Map<String, Object> claims) {
        return new VerifiedLogin(provider, clientId, subject, claims, List.of());
    }

    /** At a provider outside of AWS. */
    static VerifiedLogin foreign(String provider, String subject, Map<String, Object> claims) {
        return new VerifiedLogin(provider, null, subject, claims, List.of());
    }

    /** At a SAML provider, whose attributes are claims. */
    static VerifiedLogin saml(String provider, String subject, Map<String, Object> claims, List<String> roles) {
        return new VerifiedLogin(provider, null, subject, claims, roles);
    }

    Login link() {
        return new Login(provider, subject, false);
    }

    /** The key of its role mapping. */
    String mappingKey() {
        return clientId == null ? provider : provider + ":" + clientId;
    }

    /** What it adds to {@code amr}. */
    List<String> methods() {
        return clientId == null ? List.of(provider) : List.of(provider, provider + ":CognitoSignIn:" + subject);
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
