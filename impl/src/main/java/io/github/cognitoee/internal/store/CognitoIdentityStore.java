package io.github.cognitoee.internal.store;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/**
 * Cognito user pools as a Jakarta Security identity store. Validates {@link CognitoTokenCredential} and leaves all other
 * credentials to other stores.
 */
@ApplicationScoped
public class CognitoIdentityStore implements IdentityStore {

    private final TokenVerifier verifier;
    private final CallerNames callerNames;
    private final RoleMapping roleMapping;
    private final VerificationListener listener;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected CognitoIdentityStore() {
        this.verifier = null;
        this.callerNames = null;
        this.roleMapping = null;
        this.listener = null;
    }

    @Inject
    CognitoIdentityStore(TokenVerifier verifier, CognitoSettings settings, VerificationListener listener) {
        this.verifier = verifier;
        this.listener = listener;
        this.callerNames = new CallerNames(settings.callerNameClaim());
        this.roleMapping = settings.roles();
    }

    /**
     * Overridden because the interface's own version looks a method up by reflection on each call. Whoever asks again is told
     * the same: Open Liberty asks a store twice where the application has others.
     */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof CognitoTokenCredential token
                ? token.result().orElseGet(() -> validate(token))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(CognitoTokenCredential credential) {
        Verification verification = verifier.verify(credential.token());
        if (!(verification instanceof Verification.Accepted accepted)) {
            return credential.settle(verification, CredentialValidationResult.INVALID_RESULT);
        }
        VerifiedJwt token = accepted.token();
        Optional<String> name = callerNames.nameOf(token);
        if (name.isEmpty()) {
            Verification.Rejected nameless = new Verification.Rejected(
                    RejectionReason.MALFORMED, "the token carries no claim by which the caller may be named");
            listener.rejected(nameless);
            return credential.settle(nameless, CredentialValidationResult.INVALID_RESULT);
        }
        Set<String> roles = token.roles(roleMapping);
        CognitoCallerPrincipal caller = new CognitoCallerPrincipal(
                name.get(), token, roles, new BearerIdToken(token, credential.companionIdTokens(), verifier));
        return credential.settle(accepted, new CredentialValidationResult(null, caller, null, token.subject(), roles));
    }
}
