package io.github.cognitoee.internal.session;

import io.github.cognitoee.internal.config.FormConfig;
import io.github.cognitoee.userpool.SignInResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where people sign in at a form: shows it, and knows what is sent from it and to which sign-in that belongs. Thread-safe, and
 * without memory: what is under way is in the browser, encrypted.
 */
public final class FormLogin implements SignInPage {

    /** Where forms are sent, as Jakarta Servlet names it; beside the page that has the form. */
    static final String ACTION = "/j_security_check";

    /** Where links lead that begin anew. Open Liberty answers what is not sent to {@link #ACTION} by POST itself. */
    static final String ANEW = "/j_sign_in_anew";

    private final FormConfig config;
    private final FormPages pages;
    private final FormSteps steps;
    private final Application application;
    private final SignInsUnderWay signIns;
    private final Sessions sessions;
    private final Optional<ManagedLogin> managedLogin;

    /** @param managedLogin where people may sign in too; empty where they may not */
    FormLogin(
            FormConfig config,
            FormPages pages,
            FormSteps steps,
            Application application,
            SignInsUnderWay signIns,
            Sessions sessions,
            Optional<ManagedLogin> managedLogin) {
        this.config = config;
        this.pages = pages;
        this.steps = steps;
        this.application = application;
        this.signIns = signIns;
        this.sessions = sessions;
        this.managedLogin = managedLogin;
    }

    /**
     * What came of something that was sent.
     *
     * @param page what a browser is shown, or where it is sent
     * @param end what others than browsers are told
     */
    public record Outcome(PageAnswer page, End end) {

        static Outcome notSignedIn(PageAnswer page) {
            return new Outcome(page, End.NOT_SIGNED_IN);
        }
    }

    /** What a step of a sign-in comes to. */
    public enum End {
        SIGNED_IN,
        NOT_SIGNED_IN,
        UNAVAILABLE
    }

    @Override
    public PageAnswer start(HttpServletRequest request, Visit visit) {
        Optional<String> base = application.baseUrl(request);
        if (base.isEmpty()) {
            return application.unknownHost(request);
        }
        Flow flow = signIns.begin(request, visit, visit.required(visit.over(Map.of())), base.get());
        return pages.form(new Place(base.get(), flow), "", Optional.empty()).with(signIns.keep(flow, request));
    }

    /** Whether the request is one of a form of ours, or by a link in it, which {@link #submit} is for. */
    public boolean isSubmission(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return path.endsWith(ACTION)
                || (path.endsWith(ANEW) && request.getMethod().equals("GET"));
    }

    /** Whether the request is for the application's own page with the form, which nobody can be asked to sign in for. */
    public boolean isLoginPage(HttpServletRequest request) {
        String path = RequestPath.of(request);
        return Stream.concat(config.loginPage().stream(), config.errorPage().stream())
                .anyMatch(page -> page.split("\\?", 2)[0].equals(path));
    }

    /** Takes what a browser sends: signs in, asks on, or says what is wrong. */
    public Outcome submit(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> base = application.baseUrl(request);
        if (base.isEmpty()) {
            return Outcome.notSignedIn(application.unknownHost(request));
        }
        if (sessions.isSentByAnotherSite(request)) {
            return Outcome.notSignedIn(application.failed(Failure.OTHER_SITE, "another site sent the form", request));
        }
        return request.getMethod().equals("POST")
                ? PostedForm.of(request)
                        .map(form -> step(form, base.get(), request, response))
                        .orElseGet(() -> Outcome.notSignedIn(
                                application.failed(Failure.MALFORMED, "no form that can be read", request)))
                : Outcome.notSignedIn(startAgain(base.get(), request));
    }

    /** The link back to the form, or to managed login instead. */
    private PageAnswer startAgain(String base, HttpServletRequest request) {
        Optional<Flow> flow =
                Optional.ofNullable(request.getParameter(Place.FLOW)).flatMap(state -> signIns.find(state, request));
        Visit visit = Visit.backTo(flow.map(Flow::returnTo)
                .filter(address -> address.startsWith(base + "/"))
                .map(address -> address.substring(base.length()))
                .orElse("/"));
        if (managedLogin.isPresent() && request.getParameter(FormPages.ELSEWHERE) != null) {
            return managedLogin.get().start(request, visit);
        }
        return flow.map(known -> pages.form(new Place(base, known), "", Optional.empty()))
                .orElseGet(() -> start(request, visit));
    }

    private Outcome step(PostedForm form, String base, HttpServletRequest request, HttpServletResponse response) {
        Optional<Flow> known = form.only(Place.FLOW)
                .map(state -> signIns.find(state, request))
                .orElseGet(() -> signIns.latest(request));
        Flow flow = known.orElseGet(() -> signIns.begin(request, Visit.backTo("/"), StepUp.NONE, base));
        List<String> cookies = known.isPresent() ? List.of() : signIns.keep(flow, request);
        Outcome outcome = steps.take(form, new Place(base, flow), request, response);
        return outcome.end() == End.NOT_SIGNED_IN
                ? Outcome.notSignedIn(outcome.page().with(cookies))
                : outcome;
    }

    /** Signs somebody in by the password; what is due beyond that is for the caller to ask. */
    public SignInResult signIn(
            String username, char[] password, HttpServletRequest request, HttpServletResponse response) {
        return steps.signIn(username, password, request, response);
    }

    /** The page that asks for what is due after {@link #signIn}, to come back to the first page of the application. */
    public PageAnswer ask(SignInResult.ChallengeRequired due, HttpServletRequest request) {
        return application
                .baseUrl(request)
                .map(base -> {
                    Flow flow = signIns.begin(request, Visit.backTo("/"), StepUp.NONE, base);
                    return pages.challenge(new Place(base, flow), due.challenge(), due.state(), Optional.empty())
                            .with(signIns.keep(flow, request));
                })
                .orElseGet(() -> application.unknownHost(request));
    }
}
