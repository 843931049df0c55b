package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.Map;

/**
 * An account at another provider that is this user's.
 *
 * @param attribute the claim that tells it, {@code Cognito_Subject} for the provider's own key of the user
 * @param value of that claim
 * @param primary whether the user came from there, and was not linked later
 */
public record Identity(
        String providerName, String providerType, String attribute, String value, boolean primary, Instant created) {

    public static final String SUBJECT = "Cognito_Subject";

    /** Whether a user whom the provider knows by these claims is this one. */
    public boolean isOf(IdentityProvider provider, String subject, Map<String, String> claims) {
        return providerName.equals(provider.providerName())
                && value.equals(attribute.equals(SUBJECT) ? subject : claims.get(attribute));
    }

    boolean isSame(String provider, String otherAttribute, String otherValue) {
        return providerName.equals(provider) && attribute.equals(otherAttribute) && value.equals(otherValue);
    }
}
