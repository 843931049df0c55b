package io.github.cognitoee.internal.store;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.IdToken;
import io.github.cognitoee.internal.caller.IdTokenSource;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.config.RoleMapping;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.jwt.Verification.Accepted;
import io.github.cognitoee.internal.jwt.VerificationListener;
import io.github.cognitoee.internal.jwt.VerifiedJwt;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From tokens to the caller whom they prove. Thread-safe. */
final class Callers {

    private final TokenVerifier verifier;
    private final CallerNames names;
    private final RoleMapping roleMapping;
    private final VerificationListener listener;
    private final SignOutListener signOuts;

    Callers(TokenVerifier verifier, CognitoSettings settings, VerificationListener listener, SignOutListener signOuts) {
        this.verifier = verifier;
        this.names = new CallerNames(settings.callerNameClaim());
        this.roleMapping = settings.roles();
        this.listener = listener;
        this.signOuts = signOuts;
    }

    /**
     * Of a bearer.
     *
     * @param companionIdTokens see {@link CognitoTokenCredential}
     */
    Judgement byToken(String token, List<String> companionIdTokens) {
        Verification verification = verifier.verify(token);
        return verification instanceof Accepted accepted
                ? caller(accepted, accepted, new BearerIdToken(accepted.token(), companionIdTokens, verifier))
                : Judgement.refused(verification);
    }

    /** Of a sign-in. The access token says what the caller may do, and the ID token who it is. */
    Judgement bySignIn(SessionTokens tokens, ClientTokens client) {
        Verification access = client.verifyAccessToken(tokens.accessToken());
        if (!(access instanceof Accepted acceptedAccess)) {
            return Judgement.refused(access);
        }
        Verification id = client.verifyIdToken(tokens.idToken());
        if (!(id instanceof Accepted acceptedId)) {
            return Judgement.refused(id);
        }
        VerifiedJwt idToken = acceptedId.token();
        if (!idToken.subject().equals(acceptedAccess.token().subject())) {
            return Judgement.refused(new Verification.Rejected(
                    RejectionReason.MALFORMED, "ID token and access token are of different users"));
        }
        return caller(acceptedId, acceptedAccess, () -> new IdToken(idToken));
    }

    private Judgement caller(Accepted identity, Accepted permission, IdTokenSource idTokens) {
        VerifiedJwt token = identity.token();
        Optional<String> name = names.nameOf(token);
        if (name.isEmpty()) {
            Verification.Rejected nameless = new Verification.Rejected(
                    RejectionReason.MALFORMED, "the token carries no claim by which the caller may be named");
            listener.rejected(nameless);
            return Judgement.refused(nameless);
        }
        Set<String> roles = roles(token, permission.token());
        CognitoCallerPrincipal caller =
                new CognitoCallerPrincipal(name.get(), token, permission.token(), roles, idTokens, signOuts);
        return new Judgement(identity, new CredentialValidationResult(null, caller, null, token.subject(), roles));
    }

    /** A token keeps the roles that it alone makes. */
    private Set<String> roles(VerifiedJwt identity, VerifiedJwt permission) {
        return identity.equals(permission)
                ? identity.roles(roleMapping)
                : roleMapping.rolesOf(identity.groups(), permission.scopes());
    }
}
