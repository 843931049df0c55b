package io.github.cognitoee.internal.session;

import io.github.cognitoee.CallerRequiredException;
import io.github.cognitoee.CognitoSession;
import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.caller.CurrentCaller;
import io.github.cognitoee.internal.caller.ServedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;

/** What {@code @Inject CognitoSession} is: stateless, each method asks for the request of its own thread. */
@ApplicationScoped
public class InjectedSession implements CognitoSession {

    private final CurrentCaller currentCaller;
    private final Optional<Sessions> sessions;

    /** For the client proxy. */
    @SuppressWarnings("NullAway") // it passes every call on and reads no field
    protected InjectedSession() {
        this.currentCaller = null;
        this.sessions = null;
    }

    @Inject
    InjectedSession(CurrentCaller currentCaller, Instance<Logins> logins) {
        this.currentCaller = currentCaller;
        this.sessions = logins.stream().findFirst().flatMap(Logins::sessions);
    }

    @Override
    public Optional<SessionTokens> tokens() {
        return currentCaller.find().isEmpty()
                ? Optional.empty()
                : currentCaller.request().flatMap(ServedRequest::session);
    }

    @Override
    public boolean refresh() {
        Optional<SessionTokens> tokens = tokens();
        if (tokens.isEmpty()) {
            return false;
        }
        ServedRequest request = served();
        return sessions()
                .renewNow(tokens.get(), request.request(), response(request))
                .fold(
                        renewed -> {
                            request.inSession(renewed.tokens());
                            return true;
                        },
                        ended -> {
                            request.signedOutOfCognito();
                            return false;
                        },
                        unavailable -> {
                            throw new CognitoUnavailableException(
                                    "The session cannot be refreshed now: " + unavailable.detail(),
                                    unavailable.retryAfter());
                        });
    }

    @Override
    public URI logout() {
        ServedRequest request = served();
        Optional<URI> next = signOut(sessions(), request, response(request));
        if (next.isEmpty()) {
            return sessions().startPage(request.request());
        }
        request.signedOutOfCognito();
        return next.get();
    }

    /** Whose session cannot be ended, as where it is kept is away, is out in this request all the same. */
    private static Optional<URI> signOut(Sessions sessions, ServedRequest request, HttpServletResponse response) {
        try {
            return sessions.signOut(request.request(), response);
        } catch (RuntimeException | Error e) {
            request.signedOutOfCognito();
            throw e;
        }
    }

    private ServedRequest served() {
        return currentCaller
                .request()
                .orElseThrow(() -> new CallerRequiredException(
                        "Thread '" + Thread.currentThread().getName() + "' serves no request, so it has no session"));
    }

    private static HttpServletResponse response(ServedRequest request) {
        return request.response()
                .orElseThrow(() -> new CallerRequiredException("The mechanism has not served this request"));
    }

    private Sessions sessions() {
        return sessions.orElseThrow(
                () -> new IllegalStateException("this application accepts neither MANAGED_LOGIN nor FORM, so it"
                        + " has no sessions: name one in accepts of @CognitoAuthenticationMechanismDefinition"));
    }

    @Override
    public String toString() {
        return "CognitoSession";
    }
}
