package io.github.cognitoee.internal.store;

import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.IdTokenSource;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.Verification.Accepted;
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
 * Cognito user pools as a Jakarta Security identity store. Validates {@link CognitoCredential} and leaves all other
 * credentials to other stores.
 */
@ApplicationScoped
public class CognitoIdentityStore implements IdentityStore {

    private final TokenVerifier verifier;
    private final CallerNames callerNames;
    private final RoleMapping roleMapping;
    private final Optional<SessionVerifiers> sessions;
    private final VerificationListener listener;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected CognitoIdentityStore() {
        this.verifier = null;
        this.callerNames = null;
        this.roleMapping = null;
        this.sessions = null;
        this.listener = null;
    }

    @Inject
    CognitoIdentityStore(TokenVerifier verifier, CognitoSettings settings, VerificationListener listener) {
        this.verifier = verifier;
        this.listener = listener;
        this.callerNames = new CallerNames(settings.callerNameClaim());
        this.roleMapping = settings.roles();
        this.sessions = settings.sessions().map(config -> new SessionVerifiers(config, verifier));
    }

    /**
     * Overridden because the interface's own version looks a method up by reflection on each call. Whoever asks again is told
     * the same: Open Liberty asks a store twice where the application has others.
     */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof CognitoCredential ours && ours.result().isPresent()) {
            return ours.result().get();
        }
        if (credential instanceof CognitoTokenCredential token) {
            return validate(token);
        }
        return credential instanceof CognitoSessionCredential session && sessions.isPresent()
                ? validate(session, sessions.get().of(session.tokens()))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(CognitoTokenCredential credential) {
        Verification verification = verifier.verify(credential.token());
        return verification instanceof Verification.Accepted accepted
                ? caller(
                        credential,
                        accepted,
                        accepted,
                        new BearerIdToken(accepted.token(), credential.companionIdTokens(), verifier))
                : refused(credential, verification);
    }

    /** The access token says what the session may do, and the ID token who it is. */
    private CredentialValidationResult validate(CognitoSessionCredential credential, ClientTokens sessions) {
        Verification access = sessions.verifyAccessToken(credential.tokens().accessToken());
        if (!(access instanceof Verification.Accepted acceptedAccess)) {
            return refused(credential, access);
        }
        Verification id = sessions.verifyIdToken(credential.tokens().idToken());
        if (!(id instanceof Verification.Accepted acceptedId)) {
            return refused(credential, id);
        }
        VerifiedJwt idToken = acceptedId.token();
        if (!idToken.subject().equals(acceptedAccess.token().subject())) {
            return refused(
                    credential,
                    new Verification.Rejected(
                            RejectionReason.MALFORMED, "ID token and access token are of different users"));
        }
        return caller(credential, acceptedId, acceptedAccess, () -> new IdToken(idToken));
    }

    private static CredentialValidationResult refused(CognitoCredential credential, Verification outcome) {
        return credential.settle(outcome, CredentialValidationResult.INVALID_RESULT);
    }

    private CredentialValidationResult caller(
            CognitoCredential credential, Accepted identity, Accepted permission, IdTokenSource idTokens) {
        VerifiedJwt token = identity.token();
        Optional<String> name = callerNames.nameOf(token);
        if (name.isEmpty()) {
            Verification.Rejected nameless = new Verification.Rejected(
                    RejectionReason.MALFORMED, "the token carries no claim by which the caller may be named");
            listener.rejected(nameless);
            return refused(credential, nameless);
        }
        Set<String> roles = roles(token, permission.token());
        CognitoCallerPrincipal caller =
                new CognitoCallerPrincipal(name.get(), token, permission.token(), roles, idTokens);
        return credential.settle(identity, new CredentialValidationResult(null, caller, null, token.subject(), roles));
    }

    /** A token keeps the roles that it alone makes. */
    private Set<String> roles(VerifiedJwt identity, VerifiedJwt permission) {
        return identity.equals(permission)
                ? identity.roles(roleMapping)
                : roleMapping.rolesOf(identity.groups(), permission.scopes());
    }
}
