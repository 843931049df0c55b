package io.github.cognitoee.internal.signing;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.CognitoSigned;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.Region;
import java.util.Optional;

/**
 * What {@link CognitoSigned} says.
 *
 * @param region empty for that of the identity pool
 * @param role to be asked for; empty where the identity pool chooses
 * @param maxBodySize in bytes
 */
public record SignatureTerms(
        String service, Optional<Region> region, Optional<String> role, boolean guest, int maxBodySize) {

    /**
     * Those of one annotation.
     *
     * @param place where it stands, for messages
     * @throws CognitoConfigurationException if they cannot be right
     */
    public static SignatureTerms of(CognitoSigned annotation, Object place) {
        require(
                !annotation.service().isBlank(),
                place,
                "names no service; expected the one that signatures are for, such as execute-api");
        require(
                !annotation.service().equals("s3"),
                place,
                "is for s3, whose signatures are made otherwise; give an S3Client the @CognitoCredentials instead");
        require(
                !annotation.guest() || annotation.role().isEmpty(),
                place,
                "has both role and guest = true; guests have the identity pool's role for them, so remove one");
        require(annotation.maxBodySize() > 0, place, "has no room for a body; maxBodySize must be above 0");
        return new SignatureTerms(
                annotation.service(),
                text(annotation.region()).map(name -> region(name, place)),
                text(annotation.role()),
                annotation.guest(),
                annotation.maxBodySize());
    }

    private static Region region(String name, Object place) {
        try {
            return new Region(name);
        } catch (CognitoConfigurationException e) {
            throw Problem.WRONG_VALUE.exception(
                    "@CognitoSigned of " + place + " has a wrong region: " + e.getMessage());
        }
    }

    private static Optional<String> text(String member) {
        return Optional.of(member).filter(value -> !value.isEmpty());
    }

    private static void require(boolean met, Object place, String problem) {
        if (!met) {
            throw Problem.WRONG_VALUE.exception("@CognitoSigned of " + place + " " + problem);
        }
    }
}
