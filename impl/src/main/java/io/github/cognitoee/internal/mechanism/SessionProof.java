package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.Problem;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.session.FormLogin;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.PageAnswer;
import io.github.cognitoee.internal.session.Renewal;
import io.github.cognitoee.internal.session.Sessions;
import io.github.cognitoee.internal.session.SignInPage;
import io.github.cognitoee.internal.session.Visit;
import io.github.cognitoee.internal.store.CognitoSessionCredential;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Authenticates requests that belong to a session, and has browsers sign in that need one. A session that has ended counts as
 * no proof; one that cannot be judged now is 503 where a caller is needed.
 */
final class SessionProof {

    private static final System.Logger LOG = System.getLogger(SessionProof.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final Logins logins;
    private final IdentityStoreHandler identityStores;
    private final VerificationConfig verification;
    private final ChallengeWriter challenges;

    SessionProof(
            Sessions sessions,
            Logins logins,
            IdentityStoreHandler identityStores,
            VerificationConfig verification,
            ChallengeWriter challenges) {
        this.sessions = sessions;
        this.logins = logins;
        this.identityStores = identityStores;
        this.verification = verification;
        this.challenges = challenges;
    }

    /** Whether the request is what comes of asking a browser to sign in, which {@link #finish} is for. */
    boolean isAnswerToAsking(HttpServletRequest request) {
        return isCallback(request) || isSubmission(request);
    }

    private boolean isCallback(HttpServletRequest request) {
        return logins.managed().filter(login -> login.isCallback(request)).isPresent();
    }

    private boolean isSubmission(HttpServletRequest request) {
        return logins.form().filter(form -> form.isSubmission(request)).isPresent();
    }

    /** Whether the request belongs to a session, or begins one. */
    boolean isConcernedBy(HttpServletRequest request) {
        return isAnswerToAsking(request) || sessions.find(request).isPresent();
    }

    AuthenticationStatus finish(HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        if (isCallback(request)) {
            return answer(logins.managed().orElseThrow().finish(request, context.getResponse()), context);
        }
        FormLogin.Outcome outcome = logins.form().orElseThrow().submit(request, context.getResponse());
        if (outcome.end() == FormLogin.End.SIGNED_IN || SignInPage.isSeenBySomebody(request)) {
            return answer(outcome.page(), context);
        }
        return challenges.refuse(
                context,
                outcome.end() == FormLogin.End.UNAVAILABLE ? Challenge.unavailable(RETRY_AFTER) : Challenge.SIGN_IN);
    }

    /** Sends the browser where people sign in. */
    AuthenticationStatus start(HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        if (logins.form().filter(form -> form.isLoginPage(request)).isPresent()) {
            Problem.LOGIN_PAGE_PROTECTED.log(
                    LOG,
                    "the page with the form is protected itself, so nobody can sign in; take it out of the constraint");
            return challenges.refuse(context, Challenge.SIGN_IN);
        }
        return answer(logins.page().orElseThrow().start(request, Visit.ORDINARY), context);
    }

    /** @return empty where the application does not have people sign in there */
    Optional<AuthenticationStatus> startManagedLogin(HttpMessageContext context, Visit visit) {
        return logins.managed().map(login -> answer(login.start(context.getRequest(), visit), context));
    }

    /**
     * Signs in whose password the application itself passed to {@code SecurityContext.authenticate}. It is told that this
     * failed, and tells its user; what else is due a page of ours asks for, where somebody sees it. Another site signs nobody
     * in: whoever sits there would be at work as somebody else unawares.
     */
    AuthenticationStatus signIn(UsernamePasswordCredential password, ServedRequest served, HttpMessageContext context) {
        FormLogin form = logins.form().orElseThrow();
        HttpServletRequest request = context.getRequest();
        if (sessions.isSentByAnotherSite(request)) {
            LOG.log(
                    Level.INFO,
                    "a request of another site would have signed somebody in by a password; nobody is signed in");
            return AuthenticationStatus.SEND_FAILURE;
        }
        SignInResult result =
                form.signIn(password.getCaller(), password.getPassword().getValue(), request, context.getResponse());
        return result.fold(
                signedIn -> {
                    SignedInCredential credential = new SignedInCredential(signedIn.tokens());
                    AuthenticationStatus status = begin(credential, served, context);
                    return credential
                            .unavailable()
                            .map(keys -> challenges.refuse(context, Challenge.unavailable(keys.retryAfter())))
                            .orElse(status);
                },
                due -> SignInPage.isSeenBySomebody(request)
                        ? answer(form.ask(due, request), context)
                        : AuthenticationStatus.SEND_FAILURE,
                refused -> {
                    if (refused.reason() == RefusalReason.MISCONFIGURED) {
                        Problem.LOGIN_MISCONFIGURED.log(LOG, "{0}", refused.detail());
                    }
                    return AuthenticationStatus.SEND_FAILURE;
                },
                unavailable -> challenges.refuse(context, Challenge.unavailable(unavailable.retryAfter())));
    }

    /**
     * Begins a session of whoever the user pool has let in, unless the application does not let them in, or the tokens cannot
     * be verified now: the credential tells the two apart.
     */
    AuthenticationStatus begin(SignedInCredential credential, ServedRequest served, HttpMessageContext context) {
        SessionTokens tokens = credential.tokens().signedInBy(Proof.FORM);
        CognitoSessionCredential session = new CognitoSessionCredential(tokens);
        CredentialValidationResult result = identityStores.validate(session);
        if (session.outcome().orElse(null) instanceof Verification.Unavailable unavailable) {
            LOG.log(Level.DEBUG, "tokens of a sign-in cannot be verified now: {0}", unavailable.detail());
            credential.leave(unavailable);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Optional<CognitoCallerPrincipal> caller = Admission.callerOf(result);
        if (caller.isEmpty()) {
            sessions.revoke(tokens);
            return AuthenticationStatus.SEND_FAILURE;
        }
        // first: some servers make no session once the container knows the caller
        sessions.begin(tokens, Proof.FORM, context.getRequest(), context.getResponse());
        served.signedIn(caller.get());
        served.inSession(tokens);
        AuthenticationStatus status = context.notifyContainerAboutLogin(result);
        credential.take();
        return status;
    }

    /**
     * Signs out whom the application has signed out. The browser goes where the definition says, unless the application
     * writes something else; what another site had the browser send ends nothing.
     *
     * @return false where the caller proved themselves by a session, and it goes on
     */
    boolean signOut(ServedRequest served, HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        // a session that this request began is in no cookie of the browser yet
        if (served.session().isEmpty() && sessions.find(request).isEmpty()) {
            return true;
        }
        HttpServletResponse response = context.getResponse();
        Optional<URI> next = sessions.signOut(request, response);
        if (next.isPresent() && !response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", next.get().toString());
        }
        return next.isPresent() || served.session().isEmpty();
    }

    /** @return empty where the request belongs to no session, or to one that has ended */
    Optional<AuthenticationStatus> authenticate(ServedRequest served, HttpMessageContext context, boolean needed) {
        HttpServletRequest request = context.getRequest();
        Optional<SessionTokens> tokens = sessions.find(request);
        if (tokens.isEmpty()) {
            sessions.endLeftOver(request);
            return Optional.empty();
        }
        if (sessions.isForged(request)) {
            LOG.log(Level.DEBUG, "a request of another site, in somebody's session, is refused");
            return Optional.of(challenges.refuse(context, Challenge.FORBIDDEN));
        }
        return new Attempt(served, context, needed).by(tokens.get(), true);
    }

    private static AuthenticationStatus answer(PageAnswer answer, HttpMessageContext context) {
        if (!context.getResponse().isCommitted()) {
            try {
                answer.write(context.getResponse());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** One request's. */
    private final class Attempt {

        private final ServedRequest served;
        private final HttpMessageContext context;
        private final boolean needed;

        Attempt(ServedRequest served, HttpMessageContext context, boolean needed) {
            this.served = served;
            this.context = context;
            this.needed = needed;
        }

        /** @param renewable whether these are not the new tokens already */
        Optional<AuthenticationStatus> by(SessionTokens tokens, boolean renewable) {
            CognitoSessionCredential credential = new CognitoSessionCredential(tokens);
            CredentialValidationResult result = identityStores.validate(credential);
            return credential
                    .outcome()
                    .orElseThrow(() -> new IllegalStateException("no Cognito identity store was asked; is it vetoed?"))
                    .fold(
                            accepted -> signIn(result, tokens, renewable),
                            rejected -> refuse(rejected, tokens, renewable),
                            unavailable -> withhold(Challenge.unavailable(unavailable.retryAfter())));
        }

        private Optional<AuthenticationStatus> signIn(
                CredentialValidationResult result, SessionTokens tokens, boolean renewable) {
            Optional<CognitoCallerPrincipal> caller = Admission.callerOf(result);
            if (caller.isEmpty()) { // to sign in again would lead back here, at managed login without a question
                sessions.turnAway(tokens, context.getRequest(), context.getResponse());
                return withhold(Challenge.FORBIDDEN);
            }
            if (renewable && sessions.isRenewalDue(caller.get().expiresAt())) {
                Renewal renewal = sessions.renewAhead(tokens, context.getRequest(), context.getResponse());
                if (renewal instanceof Renewal.Renewed renewed) {
                    return by(renewed.tokens(), false);
                }
                if (renewal instanceof Renewal.Ended) {
                    return Optional.empty();
                }
            }
            sessions.claim(caller.get().token().subject(), context.getRequest());
            served.signedIn(caller.get());
            served.inSession(tokens);
            if (needed && !context.getResponse().isCommitted()) {
                // the back button is to show nothing when they have signed out; an application may say otherwise
                context.getResponse().setHeader("Cache-Control", "no-store");
            }
            return Optional.of(context.notifyContainerAboutLogin(result));
        }

        private Optional<AuthenticationStatus> refuse(
                Verification.Rejected rejected, SessionTokens tokens, boolean renewable) {
            if (rejected.reason() == RejectionReason.EXPIRED && renewable) {
                return sessions.renewNow(tokens, context.getRequest(), context.getResponse())
                        .fold(
                                renewed -> by(renewed.tokens(), false),
                                over -> Optional.empty(),
                                unavailable -> withhold(Challenge.unavailable(unavailable.retryAfter())));
            }
            LOG.log(Level.DEBUG, "session refused: {0}, {1}", rejected.reason(), rejected.detail());
            return switch (rejected.reason()) {
                case SCOPE, GROUP -> withhold(Challenge.rejected(rejected, verification));
                default -> ended();
            };
        }

        private Optional<AuthenticationStatus> ended() {
            sessions.end(context.getRequest(), context.getResponse());
            return Optional.empty();
        }

        /** An open page is shown as to anybody, that of signing out among them. */
        private Optional<AuthenticationStatus> withhold(Challenge challenge) {
            if (needed) {
                return Optional.of(challenges.refuse(context, challenge));
            }
            RequestOutcome.withhold(context.getRequest(), challenge);
            return Optional.of(context.doNothing());
        }
    }
}
