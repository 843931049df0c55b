package io.github.cognitoee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInFlow;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the application makes of what the user pool answers. */
class SignInResourceTest {

    private static final SignInForm ALICE = new SignInForm(" alice ", "Alice-Passw0rd", null, null);
    private static final GivenAnswer CODE = new GivenAnswer(" 123456 ", null, null, null, null, null, null, null);

    private final FakeUserPool userPool = new FakeUserPool();
    private final FakeBrowser browser = new FakeBrowser();
    private final BrowserSession session = new BrowserSession();
    private final SignInResource resource = new SignInResource();

    @BeforeEach
    void inject() {
        resource.userPool = userPool;
        resource.address = new ClientAddress();
        resource.session = session;
        resource.request = browser.request();
    }

    @Test
    void thePasswordGoesBySrpUnlessSomethingElseIsChosen() {
        resource.begin(ALICE);

        assertThat(userPool.request().username()).isEqualTo("alice");
        assertThat(userPool.request().flow()).hasValue(SignInFlow.USER_SRP_AUTH);
        assertThat(userPool.request().password()).hasValue("Alice-Passw0rd".toCharArray());
        assertThat(userPool.request().clientAddress()).hasValue("192.0.2.1");
    }

    @Test
    void whoChoosesNeedsNoPassword() {
        resource.begin(new SignInForm("alice", null, Way.CHOICE, FirstFactor.WEB_AUTHN));

        assertThat(userPool.request().flow()).hasValue(SignInFlow.USER_AUTH);
        assertThat(userPool.request().preferredFactor()).hasValue(FirstFactor.WEB_AUTHN);
        assertThat(userPool.request().password()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({",Give your user name.", "' ',Give your user name.", "alice,Give your password."})
    void whatIsMissingIsNotSent(String username, String detail) {
        Problem problem = problemOf(() -> resource.begin(new SignInForm(username, "", Way.PASSWORD, null)));

        assertThat(problem).isEqualTo(new Problem(400, detail, null, null));
        assertThat(userPool.calls()).isEmpty();
    }

    @Test
    void aBodyOfNothingIsRefused() {
        assertThat(problemOf(() -> resource.begin(null)).detail()).isEqualTo("Send a JSON object.");
        assertThat(problemOf(() -> resource.answer(null)).detail()).isEqualTo("Send a JSON object.");
    }

    @Test
    void theTokensAreInTheSessionAndNotInTheAnswer() {
        Step step = resource.begin(ALICE);

        assertThat(step).isEqualTo(new Step("signedIn", null, null, null));
        assertThat(session.find(browser.request())).containsSame(FakeUserPool.TOKENS);
    }

    @Test
    void whoeverSignsInGetsAnotherSessionThanTheBrowserHad() {
        browser.request().getSession().setAttribute("of", "somebody else");

        resource.begin(ALICE);

        assertThat(browser.sessions()).isEqualTo(2);
        assertThat(browser.request().getSession().getAttribute("of")).isNull();
    }

    @Test
    void whatIsDueIsToldByItsNameAndNobodyIsSignedInYet() {
        Challenge sent = new Challenge.SentCode(Challenge.Medium.EMAIL, "a***@e***");
        userPool.answers(FakeUserPool.due(sent));

        assertThat(resource.begin(ALICE)).isEqualTo(new Step("sentCode", sent, "state-1", null));
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void theLastAnswerSignsIn() {
        Step step = resource.answer(new AnswerForm("state-1", CODE));

        assertThat(userPool.calls()).containsExactly("answer state-1");
        assertThat(((ChallengeAnswer.Code) userPool.answer()).code()).isEqualTo("123456");
        assertThat(step.step()).isEqualTo("signedIn");
        assertThat(session.find(browser.request())).isPresent();
    }

    @Test
    void anAnswerToNothingIsRefused() {
        assertThat(problemOf(() -> resource.answer(new AnswerForm(null, CODE))).detail())
                .isEqualTo("Send the state of the step, and an answer.");
    }

    @Test
    void aRefusalTellsTheReasonAndNothingOfTheLog() {
        userPool.answers(FakeUserPool.refused(RefusalReason.BAD_CREDENTIALS));

        assertThat(problemOf(() -> resource.begin(ALICE)))
                .isEqualTo(new Problem(
                        401, "The user name or the password is wrong.", RefusalReason.BAD_CREDENTIALS, null));
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void nobodyLearnsThatAnAccountIsDisabled() {
        userPool.answers(FakeUserPool.refused(RefusalReason.USER_DISABLED));
        Problem disabled = problemOf(() -> resource.begin(ALICE));

        userPool.answers(FakeUserPool.refused(RefusalReason.BAD_CREDENTIALS));
        assertThat(problemOf(() -> resource.begin(ALICE))).isEqualTo(disabled);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_CODE, 422",
        "PASSWORD_TOO_WEAK, 422",
        "CODE_EXPIRED, 409",
        "CHALLENGE_OVER, 409",
        "PASSWORD_RESET_REQUIRED, 403",
        "TOO_MANY_ATTEMPTS, 429",
        "UNKNOWN_CHALLENGE, 501",
        "MISCONFIGURED, 500"
    })
    void theStatusTellsScriptsWhatToDo(RefusalReason reason, int status) {
        userPool.answers(FakeUserPool.refused(reason));

        Problem problem = problemOf(() -> resource.answer(new AnswerForm("state-1", CODE)));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.reason()).isEqualTo(reason);
    }

    @Test
    void aUserPoolThatCannotBeAskedIsNoWrongPassword() {
        userPool.answers(FakeUserPool.BUSY);

        assertThat(problemOf(() -> resource.begin(ALICE)))
                .isEqualTo(new Problem(503, "Nobody can sign in just now. Try again shortly.", null, 7L));
    }

    @Test
    void aPageThatIsLoadedAgainAsksWhatWasDue() {
        userPool.answers(FakeUserPool.due(new Challenge.AuthenticatorCode()));

        assertThat(resource.challenge(new StateForm("state-1")).step()).isEqualTo("authenticatorCode");
        assertThat(userPool.calls()).isEmpty();
    }

    @Test
    void aStateThatIsOverSaysSo() {
        assertThat(problemOf(() -> resource.challenge(new StateForm("state-0"))))
                .isEqualTo(new Problem(
                        409,
                        "This took too long, or was answered already. Begin anew.",
                        RefusalReason.CHALLENGE_OVER,
                        null));
        assertThat(problemOf(() -> resource.challenge(new StateForm(null))).status())
                .isEqualTo(409);
    }

    @Test
    void aQrCodeIsDrawnOfWhatIsToBeSetUp() {
        URI uri = URI.create("otpauth://totp/Accounts:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Accounts");
        userPool.answers(FakeUserPool.due(new Challenge.AuthenticatorSetUp("GEZDGNBVGY3TQOJQ", uri)));

        QrCode code = resource.qrCode(new StateForm("state-1"));

        assertThat(code).isEqualTo(QrCode.of(uri.toString())).isNotEqualTo(QrCode.of("otpauth://totp/other"));
        assertThat(code.path()).startsWith("M0 0h1v1h-1zM1 0h1v1h-1z").contains("M%d 0h".formatted(code.size() - 1));
    }

    @Test
    void noOtherChallengeHasOne() {
        userPool.answers(FakeUserPool.due(new Challenge.Password()));

        assertThat(problemOf(() -> resource.qrCode(new StateForm("state-1"))).detail())
                .isEqualTo("No authenticator app is to be set up.");
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }
}
