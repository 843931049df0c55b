package io.github.cognitoee.internal.store;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;

import io.github.cognitoee.CognitoIdentityStoreDefinition;
import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import io.github.cognitoee.userpool.SignInResult.Unavailable;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.lang.System.Logger.Level;

/**
 * Judges names with passwords as Jakarta's own mechanisms present them, which know three answers: valid, invalid, and not
 * validated. The last is for a Cognito that cannot be asked; what else there is to know is an attribute of the request.
 * Thread-safe.
 */
final class PasswordJudge {

    private static final System.Logger LOG = System.getLogger(PasswordJudge.class.getName());

    private final PasswordCheck check;
    private final ClientTokens tokens;
    private final Callers callers;
    private final RequestAtHand request;
    private final UnfinishedLogins unfinished;

    /**
     * @param check what passwords are put to
     * @param tokens verifies what that gives
     * @param request the one that is at hand
     */
    PasswordJudge(
            PasswordCheck check,
            ClientTokens tokens,
            Callers callers,
            RequestAtHand request,
            UnfinishedLogins unfinished) {
        this.check = check;
        this.tokens = tokens;
        this.callers = callers;
        this.request = request;
        this.unfinished = unfinished;
    }

    /** A credential is put to Cognito once in a request: a wrong password that is asked for twice counts twice there. */
    CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return request.lastAnswerTo(credential).orElseGet(() -> {
            CredentialValidationResult result = signIn(credential);
            request.noteAnswer(credential, result);
            return result;
        });
    }

    private CredentialValidationResult signIn(UsernamePasswordCredential credential) {
        SignInResult result =
                check.signIn(credential.getCaller(), credential.getPassword().getValue(), request.clientAddress());
        request.publish(CognitoIdentityStoreDefinition.SIGN_IN_RESULT, result instanceof SignedIn ? null : result);
        return result.fold(
                this::caller,
                due -> {
                    unfinished.log(due.challenge());
                    return INVALID_RESULT;
                },
                refused -> {
                    LOG.log(Level.DEBUG, "sign-in refused: {0}, {1}", refused.reason(), refused.detail());
                    return INVALID_RESULT;
                },
                this::notValidated);
    }

    private CredentialValidationResult caller(SignedIn signedIn) {
        Judgement judgement = callers.bySignIn(signedIn.tokens(), tokens);
        return judgement
                .outcome()
                .fold(
                        accepted -> judgement.result(),
                        rejected -> {
                            LOG.log(
                                    Level.DEBUG,
                                    "tokens of a sign-in refused: {0}, {1}",
                                    rejected.reason(),
                                    rejected.detail());
                            return judgement.result();
                        },
                        this::unverified);
    }

    private CredentialValidationResult unverified(Verification.Unavailable keys) {
        Unavailable unavailable = new Unavailable(keys.retryAfter(), keys.detail());
        request.publish(CognitoIdentityStoreDefinition.SIGN_IN_RESULT, unavailable);
        return notValidated(unavailable);
    }

    private CredentialValidationResult notValidated(Unavailable unavailable) {
        unfinished.log(unavailable);
        return NOT_VALIDATED_RESULT;
    }
}
