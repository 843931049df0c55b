package io.github.cognitoee.internal.store;

import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.TokenVerifier;
import io.github.cognitoee.internal.jwt.VerificationListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Cognito user pools as a Jakarta Security identity store. Validates {@link CognitoCredential}, and names with passwords
 * where the application has people sign in by them; leaves all other credentials to other stores.
 */
@ApplicationScoped
public class CognitoIdentityStore implements IdentityStore {

    private final Callers callers;
    private final Optional<SessionVerifiers> sessions;
    private final Optional<PasswordJudge> passwords;
    private final Optional<BasicJudge> basic;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected CognitoIdentityStore() {
        this.callers = null;
        this.sessions = null;
        this.passwords = null;
        this.basic = null;
    }

    @Inject
    CognitoIdentityStore(
            TokenVerifier verifier,
            CognitoSettings settings,
            VerificationListener listener,
            PasswordLogins logins,
            Instance<HttpServletRequest> requests,
            Instance<SignOutListener> signOuts) {
        this.callers = new Callers(
                verifier, settings, listener, signOuts.stream().findFirst().orElse(SignOutListener.NONE));
        this.sessions = settings.sessions().map(config -> new SessionVerifiers(config, verifier));
        UnfinishedLogins unfinished = new UnfinishedLogins();
        this.passwords = logins.active()
                .map(login -> new PasswordJudge(
                        settings.otherMechanism()
                                .<PasswordCheck>flatMap(others -> logins.remembered())
                                .orElse(login),
                        login.tokens(),
                        callers,
                        new RequestAtHand(requests, settings.baseUrl()),
                        unfinished));
        this.basic = logins.active().flatMap(login -> logins.remembered()
                .map(remembered -> new BasicJudge(remembered, login.tokens(), callers, unfinished)));
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
            return token.settle(callers.byToken(token.token(), token.companionIdTokens()));
        }
        if (credential instanceof CognitoSessionCredential session && sessions.isPresent()) {
            return session.settle(
                    callers.bySignIn(session.tokens(), sessions.get().of(session.tokens())));
        }
        if (credential instanceof CognitoPasswordCredential password && basic.isPresent()) {
            return basic.get().validate(password);
        }
        return credential instanceof UsernamePasswordCredential password && passwords.isPresent()
                ? passwords.get().validate(password)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
