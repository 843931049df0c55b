package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.event.RejectionReason;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.config.VerificationConfig;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.session.ManagedLogin;
import io.github.cognitoee.internal.session.PageAnswer;
import io.github.cognitoee.internal.session.Renewal;
import io.github.cognitoee.internal.session.Visit;
import io.github.cognitoee.internal.store.CognitoSessionCredential;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

/**
 * Authenticates requests that belong to a session which began at managed login, and sends browsers there that need one. A
 * session that has ended counts as no proof; one that cannot be judged now is 503 where a caller is needed.
 */
final class SessionProof {

    private static final System.Logger LOG = System.getLogger(SessionProof.class.getName());

    private final ManagedLogin login;
    private final IdentityStoreHandler identityStores;
    private final VerificationConfig verification;
    private final ChallengeWriter challenges;

    SessionProof(
            ManagedLogin login,
            IdentityStoreHandler identityStores,
            VerificationConfig verification,
            ChallengeWriter challenges) {
        this.login = login;
        this.identityStores = identityStores;
        this.verification = verification;
        this.challenges = challenges;
    }

    boolean isCallback(HttpServletRequest request) {
        return login.isCallback(request);
    }

    /** Whether the request belongs to a session, or begins one. */
    boolean isConcernedBy(HttpServletRequest request) {
        return isCallback(request) || login.find(request).isPresent();
    }

    AuthenticationStatus finish(HttpMessageContext context) {
        return answer(login.finish(context.getRequest(), context.getResponse()), context);
    }

    /** Sends the browser to managed login. */
    AuthenticationStatus start(HttpMessageContext context, Visit visit) {
        return answer(login.start(context.getRequest(), visit), context);
    }

    /**
     * Signs out whom the application has signed out. The browser goes where the definition says, unless the application
     * writes something else; what another site had the browser send ends nothing.
     */
    void signOut(HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        if (login.find(request).isEmpty()) {
            return;
        }
        HttpServletResponse response = context.getResponse();
        Optional<URI> next = login.signOut(request, response);
        if (next.isPresent() && !response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", next.get().toString());
        }
    }

    /** @return empty where the request belongs to no session, or to one that has ended */
    Optional<AuthenticationStatus> authenticate(ServedRequest served, HttpMessageContext context, boolean needed) {
        HttpServletRequest request = context.getRequest();
        served.answeredBy(context.getResponse());
        Optional<SessionTokens> tokens = login.find(request);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (login.isForged(request)) {
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
            if (result.getStatus() != CredentialValidationResult.Status.VALID
                    || !(result.getCallerPrincipal() instanceof CognitoCallerPrincipal caller)) {
                LOG.log(Level.DEBUG, "session refused: {0} by the identity store handler", result.getStatus());
                return ended();
            }
            if (renewable && login.isRenewalDue(caller.expiresAt())) {
                Renewal renewal = login.renewAhead(tokens, context.getRequest(), context.getResponse());
                if (renewal instanceof Renewal.Renewed renewed) {
                    return by(renewed.tokens(), false);
                }
                if (renewal instanceof Renewal.Ended) {
                    return Optional.empty();
                }
            }
            served.signedIn(caller);
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
                return login.renewNow(tokens, context.getRequest(), context.getResponse())
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
            login.end(context.getRequest(), context.getResponse());
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
