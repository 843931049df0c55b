package io.github.cognitoee.internal.caller;

import io.github.cognitoee.SessionTokens;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client, and the caller that the mechanism found in it. Kept as an attribute of the request, so that all
 * of its dispatches share it.
 */
public final class ServedRequest {

    private static final String ATTRIBUTE = ServedRequest.class.getName();

    private final ServletRequest request;
    private volatile @Nullable HttpServletResponse response;
    private volatile @Nullable CognitoCallerPrincipal caller;
    private volatile @Nullable SessionTokens session;
    private volatile boolean askingContainer;
    private volatile AtomicBoolean otherHasSignedOut = new AtomicBoolean();

    private ServedRequest(ServletRequest request) {
        this.request = request;
    }

    public static ServedRequest of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ServedRequest served) {
            return served;
        }
        ServedRequest served = new ServedRequest(request);
        request.setAttribute(ATTRIBUTE, served);
        return served;
    }

    /**
     * The same, where another's mechanism is at work, which writes nothing down: the container alone knows who signs in, keeps
     * them in a session, and forgets them.
     */
    public static ServedRequest ofContainer(ServletRequest request) {
        ServedRequest served = of(request);
        served.askingContainer = true;
        return served;
    }

    public void signedIn(CognitoCallerPrincipal signedIn) {
        caller = signedIn;
    }

    /** The caller proved themselves by a session, which has these tokens now. */
    public void inSession(SessionTokens tokens) {
        session = tokens;
    }

    /**
     * The tokens of the session by which the caller proved themselves, or which has begun in this request; empty where they
     * did in another way, or have signed out.
     */
    public Optional<SessionTokens> session() {
        return Optional.ofNullable(session);
    }

    public void answeredBy(HttpServletResponse response) {
        this.response = response;
    }

    /** Where cookies go; empty where no mechanism has served the request. */
    public Optional<HttpServletResponse> response() {
        return Optional.ofNullable(response);
    }

    public HttpServletRequest request() {
        return (HttpServletRequest) request;
    }

    /**
     * The caller has signed out, or is about to, whoever vouches for them.
     *
     * @param ofOthers is told of one for whom another mechanism or store vouches; Cognito's callers know who is told of them
     */
    public void signedOut(SignOutListener ofOthers) {
        otherCaller().ifPresent(other -> {
            otherHasSignedOut.set(true);
            otherHasSignedOut = new AtomicBoolean(); // who signs in afterwards is somebody else
            ofOthers.tell(other);
        });
        signedOutOfCognito();
    }

    /** Whether he has signed out in this request for whom another mechanism or store vouches now; holds no request. */
    public BooleanSupplier otherHasSignedOut() {
        return otherHasSignedOut::get;
    }

    /** Cognito's caller has signed out, or is about to. For whom another mechanism or store vouches, they stay. */
    public void signedOutOfCognito() {
        caller().ifPresent(CognitoCallerPrincipal::signOut);
        session = null;
    }

    /** The text of the token that says who the caller is; empty where nobody is. */
    public Optional<String> identityToken() {
        return caller().map(known -> known.token().rawToken());
    }

    /** For whom another mechanism or store of the application vouches, as long as the container knows them. */
    Optional<Principal> otherCaller() {
        return Optional.ofNullable(request().getUserPrincipal())
                .filter(principal -> !(principal instanceof CognitoCallerPrincipal));
    }

    Optional<CognitoCallerPrincipal> caller() {
        return askingContainer && request().getUserPrincipal() instanceof CognitoCallerPrincipal known
                ? Optional.of(known)
                : Optional.ofNullable(caller);
    }

    @Override
    public String toString() {
        return "ServedRequest";
    }
}
