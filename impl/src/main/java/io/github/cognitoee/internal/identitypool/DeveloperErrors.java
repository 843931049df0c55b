package io.github.cognitoee.internal.identitypool;

import io.github.cognitoee.CognitoException;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.DeveloperConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes exceptions of what an identity pool answers to calls that the application signs. Thread-safe. */
final class DeveloperErrors {

    private static final Set<String> SIGNATURE_REFUSED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "ExpiredTokenException",
            "MissingAuthenticationTokenException",
            "MissingAuthenticationToken");

    private final IdentityPoolConfig config;
    private final DeveloperConfig developer;
    private final PoolErrors errors;

    DeveloperErrors(IdentityPoolConfig config, DeveloperConfig developer, PoolErrors errors) {
        this.config = config;
        this.developer = developer;
        this.errors = errors;
    }

    CognitoException of(PoolError error, Applicant applicant) {
        if (SIGNATURE_REFUSED.contains(error.code())) {
            return errors.refused(
                    IdentityPoolRefusal.APPLICATION_NOT_PERMITTED,
                    error,
                    " The AWS credentials that the SDK finds on the server must be good, and allow " + permission(error)
                            + ".");
        }
        return switch (error.code()) {
            case "DeveloperUserAlreadyRegisteredException" -> new StaleIdentityException(
                    errors.text(error) + " The user has another identity than that.");
            case "ResourceNotFoundException" -> notFound(error);
            case "InvalidParameterException" -> error.says("developer provider")
                    ? errors.refused(
                            IdentityPoolRefusal.PROVIDER_UNKNOWN,
                            error,
                            " cognito.identity-pool.developer.provider is " + developer.provider()
                                    + ", and must be the identity pool's DeveloperProviderName, which cannot be"
                                    + " changed once it is set.")
                    : errors.refused(IdentityPoolRefusal.OTHER, error, "");
            default -> errors.of(error, applicant, Optional.empty());
        };
    }

    /** An identity that is to be linked, and is not there any more, is left behind. */
    private CognitoException notFound(PoolError error) {
        if (error.says("IdentityPool '")) {
            return errors.poolUnknown(error);
        }
        return error.isOf("GetOpenIdTokenForDeveloperIdentity")
                ? new StaleIdentityException(errors.text(error) + " It was deleted since the pool gave it out.")
                : errors.refused(IdentityPoolRefusal.IDENTITY_UNKNOWN, error, "");
    }

    /** Without credentials the SDK does not call at all. */
    CognitoException of(String operation, SdkException e) {
        return String.valueOf(e.getMessage()).startsWith("Unable to load credentials")
                ? new IdentityPoolRefusedException(
                        IdentityPoolRefusal.APPLICATION_NOT_PERMITTED,
                        operation
                                + " is signed with the application's own AWS credentials, and the server has none:"
                                + " give it some where the default chain of the AWS SDK looks, which allow"
                                + " cognito-identity:"
                                + operation)
                : errors.unreachable(operation, e);
    }

    private String permission(PoolError error) {
        return "cognito-identity:" + error.operation() + " on the identity pool " + config.id();
    }
}
