package io.github.cognitoee.internal.mechanism;

import io.github.cognitoee.LoginParameters;
import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.RequestCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.config.CognitoSettings;
import io.github.cognitoee.internal.jwt.Verification;
import io.github.cognitoee.internal.session.Logins;
import io.github.cognitoee.internal.session.SignInPage;
import io.github.cognitoee.internal.session.Visit;
import io.github.cognitoee.internal.store.CognitoTokenCredential;
import io.github.cognitoee.internal.store.PasswordLogins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Authenticates requests with Cognito's tokens. The proof that a request presents decides: a bad one is refused on every
 * path, protected or not; without one, open paths stay open and protected ones are challenged.
 */
@ApplicationScoped
public class CognitoAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final System.Logger LOG = System.getLogger(CognitoAuthenticationMechanism.class.getName());
    private static final String COMPANION_HEADER = "X-Cognito-Id-Token";

    private final IdentityStoreHandler identityStores;
    private final RequestCaller requestCaller;
    private final CognitoSettings settings;
    private final ChallengeWriter challenges;
    private final Optional<ResourceMetadata> resourceMetadata;
    private final Optional<BasicProof> passwords;
    private final Optional<SessionProof> sessions;
    private final Optional<RequestLogin> requestLogin;
    private final SignOutListener signOuts;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected CognitoAuthenticationMechanism() {
        this.identityStores = null;
        this.requestCaller = null;
        this.settings = null;
        this.challenges = null;
        this.resourceMetadata = null;
        this.passwords = null;
        this.sessions = null;
        this.requestLogin = null;
        this.signOuts = null;
    }

    @Inject
    CognitoAuthenticationMechanism(
            IdentityStoreHandler identityStores,
            RequestCaller requestCaller,
            CognitoSettings settings,
            Logins logins,
            PasswordLogins passwordLogins,
            Instance<SecurityContext> securityContext,
            Instance<SignOutListener> signOuts) {
        this(
                identityStores,
                requestCaller,
                settings,
                logins,
                passwordLogins,
                securityContext::get,
                signOuts.stream().findFirst().orElse(SignOutListener.NONE));
    }

    /**
     * @param securityContext asked for when an application signs somebody in by a password
     * @param signOuts is told of callers of other stores who sign out
     */
    CognitoAuthenticationMechanism(
            IdentityStoreHandler identityStores,
            RequestCaller requestCaller,
            CognitoSettings settings,
            Logins logins,
            PasswordLogins passwordLogins,
            Supplier<SecurityContext> securityContext,
            SignOutListener signOuts) {
        this.identityStores = identityStores;
        this.requestCaller = requestCaller;
        this.settings = settings;
        this.signOuts = signOuts;
        this.challenges = new ChallengeWriter(settings.protectedResource());
        this.resourceMetadata = ResourceMetadata.of(settings);
        this.passwords = settings.basic()
                .map(basic -> new BasicProof(
                        settings, identityStores, passwordLogins.remembered().orElseThrow(), challenges));
        this.sessions = logins.sessions()
                .map(known -> new SessionProof(known, logins, identityStores, settings.verification(), challenges));
        this.requestLogin = logins.form()
                .map(form -> new RequestLogin(form, logins.sessions().orElseThrow(), securityContext));
    }

    /** @throws IllegalStateException when the application runs unprepared: each request is answered 500 then */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        PreparedApplication.require(request.getServletContext());
        if (isForResourceMetadata(request)) {
            return resourceMetadata.orElseThrow().answer(context);
        }
        if (sessions.isEmpty()) {
            return authenticate(request, context);
        }
        if (sessions.get().isAnswerToAsking(request)) {
            return sessions.get().finish(context);
        }
        AuthenticationStatus status = authenticate(request, context);
        if (goesOn(status)) { // WildFly takes no other request where the answer is given
            // withRequest has no effect on Open Liberty
            context.getMessageInfo().setRequestMessage(PageRequestWrapper.of(request, requestLogin));
        }
        return status;
    }

    private static boolean goesOn(AuthenticationStatus status) {
        return status == AuthenticationStatus.SUCCESS || status == AuthenticationStatus.NOT_DONE;
    }

    private AuthenticationStatus authenticate(HttpServletRequest request, HttpMessageContext context) {
        // whoever is refused too: captured identities of others end here
        ServedRequest served = ServedRequest.of(request);
        served.answeredBy(context.getResponse());
        requestCaller.serve(served);
        Credential passed = context.getAuthParameters().getCredential();
        if (passed instanceof LoginParameters wishes) {
            return sessions.flatMap(proving -> proving.startManagedLogin(context, Visit.of(wishes)))
                    .orElseThrow(() -> new IllegalStateException(
                            "LoginParameters are for managed login, which is not among cognito.accepts"));
        }
        if (passed instanceof SignedInCredential done) {
            return sessions.orElseThrow().begin(done, served, context);
        }
        if (passed instanceof UsernamePasswordCredential password && requestLogin.isPresent()) {
            return sessions.orElseThrow().signIn(password, served, context);
        }
        if (passed != null) {
            return authenticatePassed(passed, served, context);
        }
        BearerProof proof = settings.acceptsBearer() ? BearerProof.of(request) : BearerProof.NONE;
        if (proof instanceof BearerProof.Token token) {
            return authenticate(new CognitoTokenCredential(token.text(), companions(request)), served, context);
        }
        if (proof instanceof BearerProof.Malformed malformed) {
            return challenges.refuse(context, Challenge.malformedRequest(malformed.reason()));
        }
        Optional<AuthenticationStatus> byPassword = passwords.flatMap(proving -> proving.authenticate(served, context));
        if (byPassword.isPresent()) {
            return byPassword.get();
        }
        boolean needed = isCallerNeeded(context);
        Optional<AuthenticationStatus> bySession =
                sessions.flatMap(proving -> proving.authenticate(served, context, needed));
        return bySession.isPresent() ? bySession.get() : withoutProof(context, needed);
    }

    /**
     * Whether the request is this mechanism's before any other's: it presents a bearer token or a password that are accepted,
     * well-formed or not, belongs to a session, comes back from managed login, sends a form to sign in, or asks for the
     * metadata of the protected resource.
     */
    public boolean isPresentedIn(HttpServletRequest request) {
        return (settings.acceptsBearer() && BearerProof.of(request) != BearerProof.NONE)
                || (passwords.isPresent() && BasicProof.isPresentedIn(request))
                || isForResourceMetadata(request)
                || sessions.filter(proving -> proving.isConcernedBy(request)).isPresent();
    }

    /** Whether the application asks for a visit to managed login, as no other mechanism makes one. */
    public static boolean isAskedFor(HttpMessageContext context) {
        return context.getAuthParameters().getCredential() instanceof LoginParameters;
    }

    /**
     * The application's other mechanism is to serve the request, whose callers and guests the library knows all the same.
     *
     * @throws IllegalStateException when the application runs unprepared: each request is answered 500 then
     */
    public void leaveToOther(HttpServletRequest request) {
        PreparedApplication.require(request.getServletContext());
        requestCaller.serve(ServedRequest.ofContainer(request));
    }

    /** The caller of a request that was left to the other mechanism signs out, or is about to. */
    public void tellOfSignOut(HttpServletRequest request) {
        ServedRequest.ofContainer(request).signedOut(signOuts);
    }

    private boolean isForResourceMetadata(HttpServletRequest request) {
        return resourceMetadata.isPresent() && resourceMetadata.get().isAskedFor(request);
    }

    /** Called by the container at {@code logout()}. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        ServedRequest served = ServedRequest.of(request);
        boolean staysSignedIn = false;
        try {
            passwords.ifPresent(proving -> proving.signOut(served));
            staysSignedIn = sessions.isPresent() && !sessions.get().signOut(served, context);
        } finally {
            try {
                if (!staysSignedIn) {
                    served.signedOut(signOuts);
                }
            } finally {
                context.cleanClientSubject();
            }
        }
    }

    private AuthenticationStatus withoutProof(HttpMessageContext context, boolean needed) {
        if (!needed) {
            return context.doNothing();
        }
        return sessions.isPresent() && SignInPage.isSeenBySomebody(context.getRequest())
                ? sessions.get().start(context)
                : challenges.refuse(context, Challenge.signIn(settings));
    }

    /**
     * Some servers ask for authentication of callers of {@code @PermitAll} too, as a request for authentication: that is
     * no reason to challenge. A protected path, or an application that asks, is.
     */
    private boolean isCallerNeeded(HttpMessageContext context) {
        return context.isAuthenticationRequest()
                ? context.getAuthParameters().isNewAuthentication()
                        || (sessions.isPresent() && PageRequestWrapper.isMeant(context.getRequest()))
                : context.isProtected();
    }

    private AuthenticationStatus authenticate(
            CognitoTokenCredential credential, ServedRequest served, HttpMessageContext context) {
        CredentialValidationResult result = identityStores.validate(credential);
        Optional<Verification> outcome = credential.outcome();
        if (outcome.isEmpty()) {
            throw new IllegalStateException("no Cognito identity store was asked; is it vetoed?");
        }
        return outcome.get()
                .fold(
                        accepted -> Admission.of(
                                result, served, context, () -> challenges.refuse(context, Challenge.INVALID_TOKEN)),
                        rejected -> {
                            LOG.log(Level.DEBUG, "token refused: {0}, {1}", rejected.reason(), rejected.detail());
                            return challenges.refuse(context, Challenge.rejected(rejected, settings.verification()));
                        },
                        unavailable -> {
                            LOG.log(Level.DEBUG, "token cannot be verified now: {0}", unavailable.detail());
                            return challenges.refuse(context, Challenge.unavailable(unavailable.retryAfter()));
                        });
    }

    /**
     * A credential that the application itself passed to {@code SecurityContext.authenticate}, for whatever identity
     * store it has. The application is told that it failed, and answers its client itself.
     */
    private AuthenticationStatus authenticatePassed(
            Credential passed, ServedRequest served, HttpMessageContext context) {
        CredentialValidationResult result = identityStores.validate(passed);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (result.getCallerPrincipal() instanceof CognitoCallerPrincipal caller) {
            served.signedIn(caller);
        }
        return context.notifyContainerAboutLogin(result);
    }

    /** All values, because two are as wrong as none. */
    private List<String> companions(HttpServletRequest request) {
        if (settings.identityPool().isEmpty()) {
            return List.of();
        }
        Enumeration<String> values = request.getHeaders(COMPANION_HEADER);
        return values == null || !values.hasMoreElements() ? List.of() : Collections.list(values);
    }
}
