package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.config.FormConfig;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.CognitoUserPool;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.SignInResult.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Signs people in at a form: shows it or sends browsers to the application's, takes what they enter, and asks for what else is
 * due. Thread-safe, and without memory: what is under way is in the browser, encrypted.
 */
public final class FormLogin implements SignInPage {

    /** Where forms are sent, as Jakarta Servlet names it; beside the page that has the form. */
    static final String ACTION = "/j_security_check";

    private static final System.Logger LOG = System.getLogger(FormLogin.class.getName());

    /** What Cognito takes at most; longer ones are nobody's. */
    private static final int MAX_NAME_LENGTH = 2_048;

    private static final int MAX_PASSWORD_LENGTH = 256;

    private final FormConfig config;
    private final CognitoUserPool userPool;
    private final FreshTokens fresh;
    private final Application application;
    private final SignInsUnderWay signIns;
    private final Optional<DeviceCookies> devices;
    private final Sessions sessions;
    private final Optional<ManagedLogin> managedLogin;
    private final FormPages pages;

    /**
     * @param devices empty where browsers are no devices that the user pool remembers
     * @param managedLogin where people may sign in too; empty where they may not
     */
    FormLogin(
            FormConfig config,
            CognitoUserPool userPool,
            FreshTokens fresh,
            Application application,
            SignInsUnderWay signIns,
            Optional<DeviceCookies> devices,
            Sessions sessions,
            Optional<ManagedLogin> managedLogin) {
        this.config = config;
        this.userPool = userPool;
        this.fresh = fresh;
        this.application = application;
        this.signIns = signIns;
        this.devices = devices;
        this.sessions = sessions;
        this.managedLogin = managedLogin;
        this.pages = new FormPages(config.links(), managedLogin.isPresent());
    }

    /**
     * What came of something that was sent.
     *
     * @param page what a browser is shown, or where it is sent
     * @param end what others than browsers are told
     */
    public record Outcome(PageAnswer page, End end) {}

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
        return form(new Place(base.get(), flow), "", Optional.empty()).with(signIns.keep(flow, request));
    }

    private PageAnswer form(Place place, String username, Optional<Notice> notice) {
        return config.loginPage()
                .map(page -> PageAnswer.redirect(
                        place.to(notice.isPresent() ? config.errorPage().orElse(page) : page, notice), List.of()))
                .orElseGet(() -> pages.form(place, username, notice));
    }

    /** Whether the request is one of a form of ours, which {@link #submit} is for. */
    public boolean isSubmission(HttpServletRequest request) {
        return RequestPath.of(request).endsWith(ACTION);
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
            return notSignedIn(application.unknownHost(request));
        }
        if (sessions.isSentByAnotherSite(request)) {
            return notSignedIn(application.failed(Failure.OTHER_SITE, "another site sent the form", request));
        }
        return request.getMethod().equals("POST")
                ? PostedForm.of(request)
                        .map(form -> step(form, new Step(base.get(), request, response)))
                        .orElseGet(() ->
                                notSignedIn(application.failed(Failure.MALFORMED, "no form that can be read", request)))
                : notSignedIn(startAgain(base.get(), request));
    }

    /** A link that leads back to the form, or to managed login instead. */
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
        return flow.map(known -> form(new Place(base, known), "", Optional.empty()))
                .orElseGet(() -> start(request, visit));
    }

    private Outcome step(PostedForm form, Step step) {
        Optional<Flow> known = form.only(Place.FLOW)
                .map(state -> signIns.find(state, step.request()))
                .orElseGet(() -> signIns.latest(step.request()));
        Flow flow = known.orElseGet(() -> signIns.begin(step.request(), Visit.backTo("/"), StepUp.NONE, step.base()));
        List<String> cookies = known.isPresent() ? List.of() : signIns.keep(flow, step.request());
        Sent sent = new Sent(step, new Place(step.base(), flow), cookies);
        return form.only(Place.STATE).map(state -> sent.answer(state, form)).orElseGet(() -> sent.signIn(form));
    }

    /**
     * Signs somebody in by the password; what is due beyond that is for the caller to ask.
     *
     * @param response where the browser is told which device it is, for the next time
     */
    public SignInResult signIn(
            String username, char[] password, HttpServletRequest request, HttpServletResponse response) {
        SignInResult result =
                userPool.signIn(begun(username, StepUp.NONE, request).password(password));
        if (result instanceof SignedIn signedIn) {
            deviceOf(signedIn, request).forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        }
        return result;
    }

    /** A device would stand in for the second factor that somebody may be asked for again. */
    private SignInRequest begun(String username, StepUp required, HttpServletRequest request) {
        SignInRequest signIn = application.addressed(SignInRequest.of(username), request);
        return devices.filter(known -> required.assurance().isEmpty())
                .map(known -> known.present(signIn, request))
                .orElse(signIn);
    }

    private List<String> deviceOf(SignedIn signedIn, HttpServletRequest request) {
        return devices.map(known -> known.keep(signedIn, request)).orElse(List.of());
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

    private static Outcome notSignedIn(PageAnswer page) {
        return new Outcome(page, End.NOT_SIGNED_IN);
    }

    /** One request of a form, of a site that is known. */
    private record Step(String base, HttpServletRequest request, HttpServletResponse response) {}

    /** What one request sent. */
    private final class Sent {

        private final Step step;
        private final Place place;
        private final List<String> cookies;

        /** @param cookies that keep the sign-in, where it is new */
        Sent(Step step, Place place, List<String> cookies) {
            this.step = step;
            this.place = place;
            this.cookies = List.copyOf(cookies);
        }

        Outcome signIn(PostedForm form) {
            String username = form.only("j_username").orElse("");
            char[] password = form.only("j_password").orElse("").toCharArray();
            try {
                if (username.isEmpty()) {
                    return refused(Notice.INCOMPLETE, "");
                }
                if (username.length() > MAX_NAME_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
                    return refused(Notice.BAD_CREDENTIALS, "");
                }
                SignInRequest request = begun(username, place.flow().required(), step.request());
                request = password.length == 0 ? request : request.password(password);
                Optional<FirstFactor> preferred = form.only("factor").flatMap(ChallengeForm::firstFactor);
                return come(
                        userPool.signIn(preferred.map(request::preferredFactor).orElse(request)), username);
            } finally {
                Arrays.fill(password, '\0');
            }
        }

        Outcome answer(String state, PostedForm form) {
            Optional<Challenge> due = userPool.challengeOf(state);
            if (due.isEmpty()) {
                return refused(Notice.STARTS_ANEW, "");
            }
            Optional<ChallengeAnswer> answer = due.get().fold(new ChallengeForm(form));
            if (answer.isEmpty()) {
                return again(due.get(), state, Notice.INCOMPLETE);
            }
            SignInResult result = userPool.answer(state, answer.get());
            if (result instanceof SignInResult.Refused refused
                    && Notice.of(refused.reason()).isAskedAgain()) {
                return again(due.get(), state, Notice.of(refused.reason()));
            }
            return come(result, "");
        }

        private Outcome again(Challenge challenge, String state, Notice notice) {
            return canBeAskedAgain(challenge)
                    ? asked(challenge, state, Optional.of(notice))
                    : refused(Notice.STARTS_ANEW, "");
        }

        /** Not for a passkey whose options were too long to be kept. */
        private static boolean canBeAskedAgain(Challenge challenge) {
            return !(challenge instanceof Challenge.Passkey passkey
                    && passkey.requestOptions().isEmpty());
        }

        private Outcome asked(Challenge challenge, String state, Optional<Notice> notice) {
            return notSignedIn(pages.challenge(place, challenge, state, notice).with(cookies));
        }

        private Outcome come(SignInResult result, String username) {
            return result.fold(
                    this::begin,
                    due -> asked(due.challenge(), due.state(), Optional.empty()),
                    refused -> refused(refused, username),
                    unavailable -> new Outcome(
                            application
                                    .failed(
                                            Failure.UNAVAILABLE,
                                            "the user pool: " + unavailable.detail(),
                                            step.request())
                                    .retryAfter(unavailable.retryAfter()),
                            End.UNAVAILABLE));
        }

        private Outcome begin(SignedIn signedIn) {
            SessionTokens tokens = signedIn.tokens();
            return fresh.objection(
                            tokens.idToken(),
                            tokens.accessToken(),
                            Optional.empty(),
                            place.flow().required())
                    .map(objection -> new Outcome(
                            application.failed(objection.failure(), objection.detail(), step.request()),
                            objection.failure() == Failure.UNAVAILABLE ? End.UNAVAILABLE : End.NOT_SIGNED_IN))
                    .orElseGet(() -> new Outcome(
                            signIns.end(place.flow(), tokens, Proof.FORM, step.base(), step.request(), step.response())
                                    .with(deviceOf(signedIn, step.request())),
                            End.SIGNED_IN));
        }

        private Outcome refused(SignInResult.Refused refused, String username) {
            if (refused.reason() == RefusalReason.MISCONFIGURED) {
                return notSignedIn(application.failed(Failure.MISCONFIGURED, refused.detail(), step.request()));
            }
            LOG.log(Level.DEBUG, "a sign-in at the form was refused: {0}, {1}", refused.reason(), refused.detail());
            return refused(Notice.of(refused.reason()), username);
        }

        private Outcome refused(Notice notice, String username) {
            return notSignedIn(form(place, username, Optional.of(notice)).with(cookies));
        }
    }
}
