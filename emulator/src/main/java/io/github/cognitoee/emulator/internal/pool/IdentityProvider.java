package io.github.cognitoee.emulator.internal.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where users of a pool may have their account instead, in the form in which the service describes it.
 *
 * @param providerDetails among them the secret of the pool at the provider
 * @param attributeMapping from attributes of the pool to claims of the provider
 */
public record IdentityProvider(
        String userPoolId,
        String providerName,
        String providerType,
        Map<String, String> providerDetails,
        Map<String, String> attributeMapping,
        List<String> idpIdentifiers,
        Instant lastModifiedDate,
        Instant creationDate) {

    /** The only kind that there is. */
    public static final String OIDC = "OIDC";

    private static final String USERNAME = "username";

    public IdentityProvider {
        providerDetails = Map.copyOf(providerDetails);
        attributeMapping = Map.copyOf(attributeMapping);
        idpIdentifiers = List.copyOf(idpIdentifiers);
    }

    /** Whether an application may mean this provider by that. */
    public boolean isCalled(String name) {
        return providerName.equals(name) || idpIdentifiers.contains(name);
    }

    public Optional<String> detail(String name) {
        return Optional.ofNullable(providerDetails.get(name)).filter(value -> !value.isEmpty());
    }

    /** The group that all users of the provider are in. */
    public String group() {
        return userPoolId + "_" + providerName;
    }

    /** The claim by which the provider knows a user. */
    public String subjectClaim() {
        return attributeMapping.getOrDefault(USERNAME, "sub");
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "IdentityProvider[" + providerName + "]";
    }
}
