package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.caller.CognitoCallerPrincipal;
import io.github.cognitoee.internal.caller.ServedRequest;
import io.github.cognitoee.internal.caller.SignOutListener;
import io.github.cognitoee.internal.session.ContainerSession;
import io.github.cognitoee.internal.session.ReturnPath;
import io.github.cognitoee.internal.session.SignInPage;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Ends the sessions of callers whose tokens have expired, where another's mechanism has the container keep them: Jakarta's
 * form asks no store again while a session lasts. So it does with callers of whom the container has kept the name and lost the
 * proof, in another process. A page is asked for again, which leads to the login; all else is told that nobody is signed in.
 */
final class CallerEndFilter implements Filter {

    private static final System.Logger LOG = System.getLogger(CallerEndFilter.class.getName());
    private static final String OURS = CallerEndFilter.class.getName() + ".ours";

    private final Entrance entrance;
    private final Duration clockSkew;
    private final Clock clock;
    private final Consumer<ServedRequest> signOut;
    private final SignOutListener signOutOfOthers;

    /**
     * @param signOut told of who signs out, before they have
     * @param signOutOfOthers see {@link ServedRequest#signedOut(SignOutListener)}
     */
    CallerEndFilter(
            Entrance entrance,
            Duration clockSkew,
            Clock clock,
            Consumer<ServedRequest> signOut,
            SignOutListener signOutOfOthers) {
        this.entrance = entrance;
        this.clockSkew = clockSkew;
        this.clock = clock;
        this.signOut = signOut;
        this.signOutOfOthers = signOutOfOthers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest httpRequest = (HttpServletRequest) request;
        Principal caller = httpRequest.getUserPrincipal();
        if (caller != null && hasEnded(caller, httpRequest)) {
            LOG.log(Level.DEBUG, "a session has ended with the tokens of its caller");
            end(httpRequest);
            answer(httpRequest, (HttpServletResponse) response);
        } else {
            chain.doFilter(new SigningOut(httpRequest), response);
        }
    }

    private boolean hasEnded(Principal caller, HttpServletRequest request) {
        boolean isKnown = ContainerSession.find(request, OURS)
                .filter(caller.getName()::equals)
                .isPresent();
        if (!(caller instanceof CognitoCallerPrincipal ours)) {
            return isKnown;
        }
        if (!isKnown) {
            ContainerSession.keep(request, OURS, caller.getName());
        }
        return clock.instant().isAfter(ours.expiresAt().plus(clockSkew));
    }

    private static void end(HttpServletRequest request) throws ServletException {
        try {
            request.logout();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "another request of the same session has ended it meanwhile");
        }
        ContainerSession.end(request);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SignInPage.isSeenBySomebody(request)) {
            String path = ReturnPath.behindContext(request);
            boolean namesHost = request.getContextPath().isEmpty() && path.startsWith("//");
            response.sendRedirect(request.getContextPath() + (namesHost ? "/" : path));
        } else {
            entrance.toAnonymous(request).send(response);
        }
    }

    /** Has all that the library keeps end with a sign-out: a mechanism that is not the library's tells it of none. */
    private final class SigningOut extends HttpServletRequestWrapper {

        SigningOut(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void logout() throws ServletException {
            ServedRequest served = ServedRequest.ofContainer(getRequest());
            try {
                signOut.accept(served);
            } finally {
                try {
                    served.signedOut(signOutOfOthers);
                } finally {
                    super.logout();
                    ContainerSession.remove(this, OURS); // another store's caller may have the same name
                }
            }
        }
    }
}
