package io.github.cognitoee.internal.store;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;
import static jakarta.security.enterprise.identitystore.CredentialValidationResult.NOT_VALIDATED_RESULT;

import io.github.cognitoee.internal.jwt.TokenVerifier.ClientTokens;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;

/** Judges names with passwords as the library's own mechanism presents them, with each request. Thread-safe. */
final class BasicJudge {

    private final RememberedLogins logins;
    private final ClientTokens tokens;
    private final Callers callers;
    private final UnfinishedLogins unfinished;

    /** @param tokens verifies what sign-ins give */
    BasicJudge(RememberedLogins logins, ClientTokens tokens, Callers callers, UnfinishedLogins unfinished) {
        this.logins = logins;
        this.tokens = tokens;
        this.callers = callers;
        this.unfinished = unfinished;
    }

    CredentialValidationResult validate(CognitoPasswordCredential credential) {
        return credential
                .signIn(logins)
                .fold(
                        signedIn -> credential.settle(judge(signedIn)),
                        due -> {
                            unfinished.log(due.challenge());
                            return credential.settle(due, INVALID_RESULT);
                        },
                        refused -> credential.settle(refused, INVALID_RESULT),
                        unavailable -> {
                            unfinished.log(unavailable);
                            return credential.settle(unavailable, NOT_VALIDATED_RESULT);
                        });
    }

    /** What is remembered is verified each time: tokens expire, and conditions of the application change. */
    private Judgement judge(SignedIn signedIn) {
        Judgement judgement = callers.bySignIn(signedIn.tokens(), tokens);
        if (judgement.outcome() instanceof Verification.Rejected) {
            logins.forget(signedIn.tokens().idToken());
        }
        return judgement;
    }
}
