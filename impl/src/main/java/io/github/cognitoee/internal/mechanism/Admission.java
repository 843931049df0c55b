package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/** Whom Cognito vouches for may still be refused by the application's own identity store handler. */
final class Admission {

    private static final System.Logger LOG = System.getLogger(Admission.class.getName());

    private Admission() {}

    /** The caller whom the handler lets in too. */
    static Optional<CognitoCallerPrincipal> callerOf(CredentialValidationResult result) {
        if (result.getStatus() == CredentialValidationResult.Status.VALID
                && result.getCallerPrincipal() instanceof CognitoCallerPrincipal caller) {
            return Optional.of(caller);
        }
        LOG.log(
                Level.DEBUG,
                "a caller of Cognito''s is refused: {0} by the identity store handler",
                result.getStatus());
        return Optional.empty();
    }

    /** Makes the caller that of this request; whom the handler refuses gets the other answer. */
    static AuthenticationStatus of(
            CredentialValidationResult result,
            ServedRequest served,
            HttpMessageContext context,
            Supplier<AuthenticationStatus> refusal) {
        return callerOf(result)
                .map(caller -> {
                    served.signedIn(caller);
                    return context.notifyContainerAboutLogin(result);
                })
                .orElseGet(refusal);
    }
}
