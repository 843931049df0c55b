package io.github.cognitoee.internal.claims;

import io.github.cognitoee.CognitoConfigurationException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.Claims;

/**
 * An injection point that asks for a claim.
 *
 * @param name of the claim, as tokens have it
 */
record ClaimInjection(String name, InjectedType type) {

    /** @throws CognitoConfigurationException where the claim's name is missing or ambiguous, or its type unknown */
    static ClaimInjection of(InjectionPoint point) {
        String name = name(point, claim(point).orElseThrow());
        return new ClaimInjection(
                name, InjectedType.of(point.getType()).orElseThrow(() -> ClaimProblems.unknownType(point, name)));
    }

    /** The qualifier; empty where it is something else that is injected. */
    static Optional<Claim> claim(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst();
    }

    private static String name(InjectionPoint point, Claim claim) {
        if (claim.standard() == Claims.UNKNOWN) {
            if (claim.value().isEmpty()) {
                throw ClaimProblems.noName(point);
            }
            return claim.value();
        }
        String standard = claim.standard().name();
        if (!claim.value().isEmpty() && !claim.value().equals(standard)) {
            throw ClaimProblems.twoNames(point, claim);
        }
        return standard;
    }
}
