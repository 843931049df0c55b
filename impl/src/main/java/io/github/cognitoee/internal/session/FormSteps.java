package io.github.cognitoee.internal.session;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.session.FormLogin.End;
import io.github.cognitoee.internal.session.FormLogin.Outcome;
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
import java.util.Optional;

/** The steps of a sign-in at a form: takes what people enter, and asks for what else is due. Thread-safe. */
final class FormSteps {

    private static final System.Logger LOG = System.getLogger(FormSteps.class.getName());

    /** What Cognito takes at most; longer ones are nobody's. */
    private static final int MAX_NAME_LENGTH = 2_048;

    private static final int MAX_PASSWORD_LENGTH = 256;

    private final CognitoUserPool userPool;
    private final Optional<DeviceCookies> devices;
    private final FreshTokens fresh;
    private final Application application;
    private final SignInsUnderWay signIns;
    private final FormPages pages;

    /** @param devices empty where browsers are no devices that the user pool remembers */
    FormSteps(
            CognitoUserPool userPool,
            Optional<DeviceCookies> devices,
            FreshTokens fresh,
            Application application,
            SignInsUnderWay signIns,
            FormPages pages) {
        this.userPool = userPool;
        this.devices = devices;
        this.fresh = fresh;
        this.application = application;
        this.signIns = signIns;
        this.pages = pages;
    }

    /** What comes of a form that was sent: the first of a sign-in, or an answer to what was due. */
    Outcome take(PostedForm form, Place place, HttpServletRequest request, HttpServletResponse response) {
        Step step = new Step(place, request, response);
        return form.only(Place.STATE)
                .map(state -> step.answer(state, form))
                .orElseGet(() -> step.signIn(form));
    }

    /** @param response where the browser is told which device it is, for the next time */
    SignInResult signIn(String username, char[] password, HttpServletRequest request, HttpServletResponse response) {
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

    /** One request, which takes a sign-in one step further. */
    private final class Step {

        private final Place place;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Step(Place place, HttpServletRequest request, HttpServletResponse response) {
            this.place = place;
            this.request = request;
            this.response = response;
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
                SignInRequest begun = begun(username, place.flow().required(), request);
                SignInRequest signIn = password.length == 0 ? begun : begun.password(password);
                Optional<FirstFactor> preferred = form.only("factor").flatMap(ChallengeForm::firstFactor);
                return come(userPool.signIn(preferred.map(signIn::preferredFactor).orElse(signIn)), username);
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
            if (result instanceof SignInResult.Refused refused) {
                Notice notice = Notice.of(refused.reason(), due.get());
                return notice.isAskedAgain() ? again(due.get(), state, notice) : refused(refused, notice, "");
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
            return Outcome.notSignedIn(pages.challenge(place, challenge, state, notice));
        }

        private Outcome come(SignInResult result, String username) {
            return result.fold(
                    this::begin,
                    due -> asked(due.challenge(), due.state(), Optional.empty()),
                    refused -> refused(refused, Notice.of(refused.reason()), username),
                    this::unavailable);
        }

        private Outcome begin(SignedIn signedIn) {
            SessionTokens tokens = signedIn.tokens();
            return fresh.objection(
                            tokens.idToken(),
                            tokens.accessToken(),
                            Optional.empty(),
                            place.flow().required())
                    .map(objection -> new Outcome(
                            application.failed(objection.failure(), objection.detail(), request),
                            objection.failure() == Failure.UNAVAILABLE ? End.UNAVAILABLE : End.NOT_SIGNED_IN))
                    .orElseGet(() -> new Outcome(
                            signIns.end(place.flow(), tokens, Proof.FORM, place.base(), request, response)
                                    .with(deviceOf(signedIn, request)),
                            End.SIGNED_IN));
        }

        private Outcome unavailable(SignInResult.Unavailable unavailable) {
            PageAnswer page = application.failed(
                    Failure.UNAVAILABLE, "the user pool: " + unavailable.detail(), request);
            return new Outcome(page.retryAfter(unavailable.retryAfter()), End.UNAVAILABLE);
        }

        private Outcome refused(SignInResult.Refused refused, Notice notice, String username) {
            if (refused.reason() == RefusalReason.MISCONFIGURED) {
                return Outcome.notSignedIn(application.failed(Failure.MISCONFIGURED, refused.detail(), request));
            }
            LOG.log(Level.DEBUG, "a sign-in at the form was refused: {0}, {1}", refused.reason(), refused.detail());
            return refused(notice, username);
        }

        private Outcome refused(Notice notice, String username) {
            return Outcome.notSignedIn(pages.form(place, username, Optional.of(notice)));
        }
    }
}
