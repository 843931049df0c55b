package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sign-ins of browsers, from what they asked for to what they get for it, wherever they sign in between. Thread-safe. */
final class SignInsUnderWay {

    private final FlowCookies cookies;
    private final Sessions sessions;
    private final Clock clock;

    SignInsUnderWay(FlowCookies cookies, Sessions sessions, Clock clock) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * One more, to come back to what the request asks for, or where the visit says. A form that came too early waits.
     *
     * @param baseUrl the application's own address
     */
    Flow begin(HttpServletRequest request, Visit visit, StepUp required, String baseUrl) {
        String returnTo = visit.returnTo().map(path -> baseUrl + path).orElseGet(() -> ReturnPath.of(request, baseUrl));
        Flow flow = Flow.begin(returnTo, required, clock.instant());
        boolean mayBeSentAgain = visit.returnTo().isEmpty()
                && CrossSite.isUnsafe(request.getMethod())
                && !sessions.isSentByAnotherSite(request);
        if (mayBeSentAgain) {
            SavedForm.of(request, sender(request)).ifPresent(form -> SavedForms.keep(flow, form, request));
        }
        return flow;
    }

    /** Who is or was signed in, also where the session has just ended. */
    private Optional<String> sender(HttpServletRequest request) {
        return sessions.find(request)
                .flatMap(tokens -> Subject.of(tokens.idToken()))
                .or(() -> SessionUser.of(request));
    }

    /** The {@code Set-Cookie} headers that keep one more. */
    List<String> keep(Flow flow, HttpServletRequest request) {
        return cookies.keep(flow, request);
    }

    /** The one with this state, of this browser. */
    Optional<Flow> find(String state, HttpServletRequest request) {
        return cookies.find(state, request);
    }

    /** The one that this browser began last. */
    Optional<Flow> latest(HttpServletRequest request) {
        return cookies.latest(request);
    }

    /** Begins a session with tokens that have been verified, and sends the browser to what it came for. */
    PageAnswer end(
            Flow flow,
            SessionTokens tokens,
            Proof way,
            String baseUrl,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> ended = List.of(cookies.drop(flow, request));
        Optional<SavedForm> form = SavedForms.take(flow, request).filter(saved -> saved.mayBeBy(tokens.idToken()));
        sessions.begin(tokens, way, request, response);
        return form.map(saved -> saved.page(baseUrl, ended))
                .orElseGet(() -> PageAnswer.redirect(flow.returnTo(), ended));
    }
}
