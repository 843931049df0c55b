package io.github.cognitoee.internal.session;

import static io.github.cognitoee.internal.jwt.TestTokens.accessToken;
import static io.github.cognitoee.internal.jwt.TestTokens.forgedIdToken;
import static io.github.cognitoee.internal.jwt.TestTokens.idToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.Proof;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.mechanism.FakeBrowser;
import io.github.cognitoee.internal.mechanism.FakeExchange;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SecondFactor;
import io.github.cognitoee.userpool.SignInResult;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormLoginTest {

    private static final String BASE = "https://photos.example.com/photos";

    private static final RememberedDevice DEVICE =
            new RememberedDevice("eu-west-1_7a6cd2e0", "-group", "cGFzc3dvcmQgb2YgYSBkZXZpY2U=");

    private final LoginApplication application = new LoginApplication().with("cognito.accepts", "FORM");
    private final FakeSignInPool pool = application.signInPool;
    private final FakeBrowser browser = new FakeBrowser();
    private final LogLines log = LogLines.ofPackage(FormLogin.class);

    @BeforeEach
    void readLog() {
        log.start();
    }

    @AfterEach
    void stop() {
        log.stop();
        application.close();
    }

    @Test
    void thePageThatWasAskedForIsKeptByTheFormAndShownAfterwards() {
        PageAnswer form = ask("/albums?page=2");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body())
                .contains("<form method=\"post\" action=\"" + BASE + "/j_security_check\">")
                .contains("name=\"j_username\"", "name=\"j_password\"");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        FormLogin.Outcome outcome =
                send(Map.of("flow", flowIn(form), "j_username", "alice", "j_password", "Alice-Passw0rd"));

        assertThat(outcome.end()).isEqualTo(FormLogin.End.SIGNED_IN);
        assertThat(outcome.page().status()).isEqualTo(303);
        assertThat(outcome.page().location()).isEqualTo(BASE + "/albums?page=2");
        assertThat(pool.asked).containsExactly("signIn alice Alice-Passw0rd");
        assertThat(pool.lastRequest().clientAddress()).contains("203.0.113.7");
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.FORM);
        assertThat(browser.cookies()).as("nothing but the session is left").isEmpty();
    }

    @Test
    void theFormIsKeptByNobodyAndRunsNothing() {
        assertThat(ask("/").headers())
                .containsEntry("Cache-Control", List.of("no-store"))
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry(
                        "Content-Security-Policy",
                        List.of(
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none';"
                                        + " form-action 'self'"));
    }

    @Test
    void eachTabComesBackToItsOwnPage() {
        PageAnswer first = ask("/albums/1");
        ask("/albums/2");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(send(Map.of("flow", flowIn(first), "j_username", "a", "j_password", "b"))
                        .page()
                        .location())
                .isEqualTo(BASE + "/albums/1");
    }

    @Test
    void aFormWithoutTheHiddenFieldLeadsToWhatWasAskedForLast() {
        ask("/albums/1");
        application.clock.advance(Duration.ofSeconds(1));
        ask("/albums/2");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().location())
                .isEqualTo(BASE + "/albums/2");
    }

    @Test
    void aFormThatNobodyAskedForLeadsToTheFirstPage() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().location())
                .isEqualTo(BASE + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example/", "javascript:alert(1)"})
    void theFormCannotSayWhereToGo(String address) {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(send(Map.of("flow", address, "returnTo", address, "j_username", "a", "j_password", "b"))
                        .page()
                        .location())
                .isEqualTo(BASE + "/");
    }

    @Test
    void theFlowOfAnotherBrowserIsNotGoodHere() {
        PageAnswer ofMallory = ask("/mallory");
        FakeExchange victim =
                post(new FakeBrowser(), Map.of("flow", flowIn(ofMallory), "j_username", "a", "j_password", "b"));
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(form().submit(victim.request(), victim.response()).page().location())
                .isEqualTo(BASE + "/");
    }

    @Test
    void theSessionGetsAnIdThatNobodyKnew() {
        String before = browser.inSession().getId();
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("j_username", "a", "j_password", "b"));

        assertThat(browser.session().getId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Origin, https://evil.example", "Origin, null"})
    void aFormOfAnotherSiteSignsNobodyIn(String header, String value) {
        FakeExchange exchange = post(browser, Map.of("j_username", "mallory", "j_password", "b"))
                .header(header, value);
        FormLogin.Outcome outcome = form().submit(exchange.request(), exchange.response());

        assertThat(outcome.page().status()).isEqualTo(403);
        assertThat(outcome.page().body()).contains("Another site sent the form.");
        assertThat(pool.asked).isEmpty();
        assertThat(tokens()).isEmpty();
    }

    @Test
    void aHostThatIsNotListedIsNotBelieved() {
        FakeExchange exchange = post(browser, Map.of("j_username", "a", "j_password", "b"));
        exchange.serverName = "evil.example";

        assertThat(form().submit(exchange.request(), exchange.response()).page().status())
                .isEqualTo(400);
        assertThat(pool.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"BAD_CREDENTIALS", "USER_DISABLED"})
    void nobodyIsToldWhetherTheNameOrThePasswordIsWrong(RefusalReason reason) {
        pool.answers(new SignInResult.Refused(reason, "what Cognito said"));
        FormLogin.Outcome outcome = send(Map.of("j_username", "<alice>", "j_password", "wrong"));

        assertThat(outcome.end()).isEqualTo(FormLogin.End.NOT_SIGNED_IN);
        assertThat(outcome.page().status()).isEqualTo(401);
        assertThat(outcome.page().headers()).containsEntry("WWW-Authenticate", List.of("Bearer realm=\"cognito\""));
        assertThat(outcome.page().body())
                .contains("role=\"alert\">The user name or the password is not right.</p>")
                .contains("value=\"&lt;alice&gt;\"")
                .doesNotContain("wrong", "what Cognito said");
        assertThat(tokens()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MISCONFIGURED"})
    void everyRefusalLeadsBackToTheForm(RefusalReason reason) {
        pool.answers(new SignInResult.Refused(reason, "detail"));
        PageAnswer page = send(Map.of("j_username", "a", "j_password", "b")).page();

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("role=\"alert\"", "name=\"j_password\"");
    }

    @Test
    void aClientThatIsNotSetUpForThisIsTheApplicationsFault() {
        pool.answers(new SignInResult.Refused(RefusalReason.MISCONFIGURED, "USER_PASSWORD_AUTH is not allowed"));
        PageAnswer page = send(Map.of("j_username", "a", "j_password", "b")).page();

        assertThat(page.status()).isEqualTo(500);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .matches("COG-0037: sign-in [\\w-]{8} failed: USER_PASSWORD_AUTH is not allowed");
    }

    @Test
    void anOutageSaysNothingAboutThePassword() {
        pool.answers(new SignInResult.Unavailable(Duration.ofMillis(2_100), "not reached"));
        FormLogin.Outcome outcome = send(Map.of("j_username", "a", "j_password", "b"));

        assertThat(outcome.end()).isEqualTo(FormLogin.End.UNAVAILABLE);
        assertThat(outcome.page().status()).isEqualTo(503);
        assertThat(outcome.page().headers()).containsEntry("Retry-After", List.of("3"));
        assertThat(outcome.page().body())
                .contains("<h1>Please try again soon</h1>")
                .doesNotContain("password");
    }

    @Test
    void namesAndPasswordsThatNobodyCanHaveAreNotAskedFor() {
        assertThat(send(Map.of("j_username", "a".repeat(2_049), "j_password", "b"))
                        .page()
                        .status())
                .isEqualTo(401);
        assertThat(send(Map.of("j_username", "a", "j_password", "b".repeat(257)))
                        .page()
                        .status())
                .isEqualTo(401);
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsNotRead() {
        PageAnswer page = send(Map.of("j_username", "a", "more", "x".repeat(FormBody.MAX_LENGTH)))
                .page();

        assertThat(page.status()).isEqualTo(400);
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void fieldsThatComeTwiceAreNone() {
        FakeExchange exchange = browser.asksFor("/j_security_check")
                .body("application/x-www-form-urlencoded", "j_username=a&j_username=b&j_password=c");
        exchange.method = "POST";

        assertThat(form().submit(exchange.request(), exchange.response()).page().body())
                .contains("Something is missing");
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void tokensThatDoNotVerifySignNobodyIn() {
        pool.issues(forgedIdToken(Map.of()), accessToken(Map.of()), "refresh-1");

        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().status())
                .isEqualTo(502);
        assertThat(tokens()).isEmpty();
    }

    @Test
    void tokensOfTwoUsersSignNobodyIn() {
        pool.issues(idToken(Map.of()), accessToken(Map.of("sub", "another")), "refresh-1");

        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().status())
                .isEqualTo(502);
        assertThat(tokens()).isEmpty();
    }

    @Test
    void aCodeIsAskedForAndTheStateComesBackWithIt() {
        PageAnswer form = ask("/albums?page=2");
        pool.asks(new Challenge.SentCode(Challenge.Medium.EMAIL, "a***@e***"));
        PageAnswer question = send(Map.of("flow", flowIn(form), "j_username", "a", "j_password", "b"))
                .page();
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.body())
                .contains("A code was sent by e-mail to a***@e***.")
                .contains("name=\"state\" value=\"" + FakeSignInPool.STATE + "\"")
                .contains("autocomplete=\"one-time-code\"");
        assertThat(tokens()).isEmpty();
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        PageAnswer end = send(Map.of("flow", flowIn(question), "state", FakeSignInPool.STATE, "code", "123 456"))
                .page();

        assertThat(end.location()).isEqualTo(BASE + "/albums?page=2");
        assertThat(pool.answers).containsExactly(ChallengeAnswer.code("123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_CODE, That is not the code.",
        "PASSWORD_TOO_WEAK, That password is too weak here.",
        "PASSWORD_USED_BEFORE, That password was in use before.",
        "INVALID_INPUT, Something is missing",
    })
    void aQuestionThatStandsIsAskedAgain(RefusalReason reason, String told) {
        pool.asks(new Challenge.AuthenticatorCode());
        send(Map.of("j_username", "a", "j_password", "b"));
        pool.answers(new SignInResult.Refused(reason, ""));

        PageAnswer again =
                send(Map.of("state", FakeSignInPool.STATE, "code", "1")).page();

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.body()).contains(told, "name=\"code\"", FakeSignInPool.STATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"CODE_EXPIRED", "CHALLENGE_OVER", "OTHER_CHALLENGE_DUE"})
    void aQuestionThatIsOverLeadsBackToTheForm(RefusalReason reason) {
        pool.asks(new Challenge.AuthenticatorCode());
        send(Map.of("j_username", "a", "j_password", "b"));
        pool.answers(new SignInResult.Refused(reason, ""));

        assertThat(send(Map.of("state", FakeSignInPool.STATE, "code", "1"))
                        .page()
                        .body())
                .contains("This took too long, or was finished already.", "name=\"j_password\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", ""})
    void aStateThatIsNotOursLeadsBackToTheForm(String state) {
        String sent = state.isEmpty() ? "x".repeat(4_097) : state;

        assertThat(send(Map.of("state", sent, "code", "1")).page().body())
                .contains("This took too long", "name=\"j_password\"");
        assertThat(pool.asked).isEmpty();
    }

    @Test
    void anAnswerWithoutTheFieldIsAskedForAgain() {
        pool.asks(new Challenge.AuthenticatorCode());
        send(Map.of("j_username", "a", "j_password", "b"));

        assertThat(send(Map.of("state", FakeSignInPool.STATE)).page().body())
                .contains("Something is missing", "name=\"code\"");
        assertThat(pool.answers).isEmpty();
    }

    @Test
    void aNewPasswordComesWithWhatThePoolWantsToKnow() {
        pool.asks(new Challenge.NewPassword(Set.of("given_name"), Map.of("email", "a@example.com")));
        PageAnswer question = send(Map.of("j_username", "a", "j_password", "b")).page();
        assertThat(question.body())
                .contains("autocomplete=\"new-password\"", ">Given name</label>", "autocomplete=\"given-name\"")
                .doesNotContain("a@example.com");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        send(Map.of(
                "state",
                FakeSignInPool.STATE,
                "password",
                "New",
                "attribute.given_name",
                "Al",
                "attribute.email",
                "e"));

        assertThat(pool.answers).singleElement().isInstanceOfSatisfying(ChallengeAnswer.NewPassword.class, answer -> {
            assertThat(answer.password()).containsExactly('N', 'e', 'w');
            assertThat(answer.attributes()).as("and nothing else").isEqualTo(Map.of("given_name", "Al"));
        });
    }

    @Test
    void anAuthenticatorAppIsSetUpByAKeyThatPeopleCanType() {
        pool.asks(new Challenge.AuthenticatorSetUp(
                "ABCDEFGHIJ", URI.create("otpauth://totp/Photos:alice?secret=ABCDEFGHIJ&issuer=Photos")));

        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().body())
                .contains("<code>ABCD EFGH IJ</code>")
                .contains("href=\"otpauth://totp/Photos:alice?secret=ABCDEFGHIJ&amp;issuer=Photos\"");
    }

    @Test
    void oneOfSeveralFactorsIsChosenByAButton() {
        pool.asks(new Challenge.SecondFactorChoice(
                new LinkedHashSet<>(List.of(SecondFactor.SMS_MFA, SecondFactor.SOFTWARE_TOKEN_MFA))));
        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().body())
                .containsSubsequence("value=\"SMS_MFA\"", "value=\"SOFTWARE_TOKEN_MFA\"");

        assertThat(send(Map.of("state", FakeSignInPool.STATE, "factor", "EMAIL_OTP"))
                        .page()
                        .body())
                .as("not one of them")
                .contains("Something is missing");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("state", FakeSignInPool.STATE, "factor", "SOFTWARE_TOKEN_MFA"));

        assertThat(pool.answers).containsExactly(ChallengeAnswer.choice(SecondFactor.SOFTWARE_TOKEN_MFA));
    }

    @Test
    void whoMayChooseTheFirstFactorGivesThePasswordAtOnceOrPressesAButton() {
        pool.asks(new Challenge.FirstFactorChoice(
                new LinkedHashSet<>(List.of(FirstFactor.PASSWORD_SRP, FirstFactor.EMAIL_OTP))));
        PageAnswer question = send(Map.of("j_username", "a")).page();
        assertThat(question.body())
                .contains("name=\"password\"", "value=\"EMAIL_OTP\"")
                .doesNotContain("PASSWORD_SRP");
        assertThat(pool.asked).containsExactly("signIn a -");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        send(Map.of("state", FakeSignInPool.STATE, "password", "secret"));

        assertThat(pool.answers).singleElement().isInstanceOf(ChallengeAnswer.Password.class);
    }

    @Test
    void aPasskeyWhoseOptionsWereTooLongToBeKeptIsNotAskedForAgain() {
        pool.asks(new Challenge.Passkey(""));
        send(Map.of("j_username", "a"));

        assertThat(send(Map.of("state", FakeSignInPool.STATE)).page().body())
                .contains("This took too long, or was finished already. Please sign in again.")
                .contains("name=\"j_username\"");
    }

    @Test
    void aPasskeyWhoseOptionsWereKeptIsAskedForAgain() {
        pool.asks(new Challenge.Passkey("{}"));
        send(Map.of("j_username", "a"));

        assertThat(send(Map.of("state", FakeSignInPool.STATE)).page().body())
                .contains("Something is missing", "data-options=\"{}\"");
    }

    @Test
    void whoShowedAPasskeyThatIsNotTakenIsToldOfNoPassword() {
        pool.asks(new Challenge.Passkey("{}"));
        PageAnswer page = send(Map.of("j_username", "a")).page();
        pool.answers(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, "no"));

        assertThat(send(Map.of("flow", flowIn(page), "state", FakeSignInPool.STATE, "credential", "{}"))
                        .page()
                        .body())
                .contains("role=\"alert\">You were not let in.</p>")
                .doesNotContain("not right");
    }

    @Test
    void aPasskeyIsAskedForByTheOneScriptThereIs() {
        pool.asks(new Challenge.Passkey("{\"challenge\":\"</script>\"}"));
        PageAnswer question = send(Map.of("j_username", "a")).page();

        assertThat(question.body())
                .contains("data-options=\"{&quot;challenge&quot;:&quot;&lt;/script&gt;&quot;}\"")
                .containsOnlyOnce("<script")
                .containsOnlyOnce("</script>");
        Matcher nonce = Pattern.compile("<script nonce=\"([\\w-]{22})\">").matcher(question.body());
        assertThat(nonce.find()).isTrue();
        assertThat(question.headers().get("Content-Security-Policy").get(0))
                .endsWith("; form-action 'self'; script-src 'nonce-" + nonce.group(1) + "'");
    }

    @Test
    void aQuestionOfThePoolsOwnIsShownAndAnswered() {
        pool.asks(new Challenge.Custom(Map.of("question", "<b>2 + 2?</b>")));
        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().body())
                .contains("<dd>&lt;b&gt;2 + 2?&lt;/b&gt;</dd>");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("state", FakeSignInPool.STATE, "answer", "4"));

        assertThat(pool.answers).containsExactly(ChallengeAnswer.custom("4"));
    }

    @Test
    void anApplicationsOwnPagesAreToldInTheirAddresses() {
        application.with("cognito.form.login-page", "/sign-in.html").with("cognito.form.error-page", "/oops?a=b");
        PageAnswer form = ask("/albums");
        String flow = FakeBrowser.parametersOf(URI.create(form.location())).get("flow");
        assertThat(form.location()).isEqualTo(BASE + "/sign-in.html?flow=" + flow);
        pool.answers(new SignInResult.Refused(RefusalReason.USER_DISABLED, ""));

        assertThat(send(Map.of("flow", flow, "j_username", "a", "j_password", "b"))
                        .page()
                        .location())
                .isEqualTo(BASE + "/oops?a=b&flow=" + flow + "&error=BAD_CREDENTIALS");
    }

    @Test
    void linksOfTheApplicationAreOnTheForm() {
        application
                .with("cognito.form.forgot-password-page", "/forgotten")
                .with("cognito.form.sign-up-page", "/sign-up")
                .with("cognito.form.confirm-page", "/confirm");

        assertThat(ask("/").body())
                .contains("<a href=\"" + BASE + "/forgotten\">Forgot your password?</a>")
                .contains("<a href=\"" + BASE + "/sign-up\">Create an account</a>")
                .doesNotContain("/confirm");
        pool.answers(new SignInResult.Refused(RefusalReason.USER_NOT_CONFIRMED, ""));
        assertThat(send(Map.of("j_username", "a", "j_password", "b")).page().body())
                .contains("<a href=\"" + BASE + "/confirm\">Confirm the account</a>");
    }

    @Test
    void aFormThatCameTooEarlyIsSentAgain() {
        FakeExchange early = browser.asksFor("/orders").body("application/x-www-form-urlencoded", "title=Two+prints");
        early.method = "POST";
        PageAnswer form = form().start(early.request(), Visit.ORDINARY);
        browser.takes(form.setCookies());
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");

        FormLogin.Outcome outcome = send(Map.of("flow", flowIn(form), "j_username", "a", "j_password", "b"));

        assertThat(outcome.end()).isEqualTo(FormLogin.End.SIGNED_IN);
        assertThat(outcome.page().body())
                .contains("action=\"" + BASE + "/orders\"", "name=\"title\" value=\"Two prints\"");
    }

    @Test
    void theFormIsShownAgainByALink() {
        PageAnswer form = ask("/albums");
        FakeExchange link = browser.asksFor("/j_sign_in_anew?flow=" + flowIn(form));

        assertThat(form().submit(link.request(), link.response()).page().body())
                .contains("value=\"" + flowIn(form) + "\"", "name=\"j_password\"");
    }

    @Test
    void whatIsSentWhereThatLinkLeadsIsNoFormOfOurs() {
        FakeExchange link = browser.asksFor("/j_sign_in_anew");
        FakeExchange sent = browser.asksFor("/j_sign_in_anew");
        sent.method = "POST";

        assertThat(form().isSubmission(link.request())).isTrue();
        assertThat(form().isSubmission(sent.request())).isFalse();
    }

    @Test
    void whoeverRatherSignsInAtManagedLoginGoesThereForTheSamePage() {
        application.with("cognito.accepts", "FORM,MANAGED_LOGIN");
        PageAnswer form = ask("/albums?page=2");
        assertThat(form.body()).contains("elsewhere\">Sign in in another way</a>");
        FakeExchange link = browser.asksFor("/j_sign_in_anew?elsewhere=&flow=" + flowIn(form));
        PageAnswer visit = form().submit(link.request(), link.response()).page();
        browser.takes(visit.setCookies());
        Map<String, String> asked = FakeBrowser.parametersOf(URI.create(visit.location()));
        application.cognito.issues(idToken(Map.of("nonce", asked.get("nonce"))), accessToken(Map.of()), "refresh-2");
        FakeExchange back = browser.asksFor("/callback?code=x&state=" + asked.get("state"));

        PageAnswer end = application.logins().managed().orElseThrow().finish(back.request(), back.response());

        assertThat(end.location()).isEqualTo(BASE + "/albums?page=2");
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.MANAGED_LOGIN);
    }

    @Test
    void aSessionIsRenewedWhereItBegan() {
        application.with("cognito.accepts", "FORM,MANAGED_LOGIN");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("j_username", "a", "j_password", "b"));
        pool.issues(idToken(Map.of("jti", "2")), accessToken(Map.of("jti", "2")), "refresh-1");
        FakeExchange page = browser.asksFor("/");

        Renewal renewal = application.sessions().renewNow(tokens().orElseThrow(), page.request(), page.response());

        assertThat(renewal).isInstanceOf(Renewal.Renewed.class);
        assertThat(tokens().orElseThrow().idToken()).isEqualTo(idToken(Map.of("jti", "2")));
        assertThat(tokens().orElseThrow().signedInBy()).contains(Proof.FORM);
        assertThat(application.cognito.asked()).as("managed login").isEmpty();
    }

    @Test
    void aSessionThatThePoolDoesNotRenewHasEnded() {
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("j_username", "a", "j_password", "b"));
        pool.answers(new SignInResult.Refused(RefusalReason.SESSION_ENDED, "revoked"));
        FakeExchange page = browser.asksFor("/");

        assertThat(application.sessions().renewNow(tokens().orElseThrow(), page.request(), page.response()))
                .isInstanceOf(Renewal.Ended.class);
        assertThat(tokens()).isEmpty();
    }

    @Test
    void whoeverSignsOutIsSignedOutAtThePool() {
        application.with("cognito.form.logout.everywhere", "true");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1");
        send(Map.of("j_username", "a", "j_password", "b"));
        FakeExchange page = browser.asksFor("/sign-out");

        assertThat(application.sessions().signOut(page.request(), page.response()))
                .contains(URI.create(BASE + "/"));
        assertThat(tokens()).isEmpty();
        assertThat(pool.asked).containsExactly("signIn a b", "signOutEverywhere", "signOut refresh-1");
    }

    @Test
    void aPoolThatRefusesToSignOutEverywhereKeepsNobodySignedIn() {
        application.with("cognito.form.logout.everywhere", "true");
        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-1").refuse();
        send(Map.of("j_username", "a", "j_password", "b"));
        FakeExchange page = browser.asksFor("/sign-out");

        assertThat(application.sessions().signOut(page.request(), page.response()))
                .contains(URI.create(BASE + "/"));
        assertThat(tokens()).isEmpty();
        assertThat(pool.asked).containsExactly("signIn a b", "signOutEverywhere", "signOut refresh-1");
    }

    @Test
    void nothingThatWasEnteredIsInTheLog() {
        pool.answers(new SignInResult.Refused(RefusalReason.BAD_CREDENTIALS, "no"));
        send(Map.of("j_username", "alice", "j_password", "Alice-Passw0rd"));
        pool.answers(new SignInResult.Unavailable(Duration.ofSeconds(1), "not reached"));
        send(Map.of("j_username", "alice", "j_password", "Alice-Passw0rd"));

        assertThat(String.join("\n", log.lines()))
                .contains("refused", "not reached")
                .doesNotContain("alice", "Alice-Passw0rd");
    }

    private FormLogin form() {
        return application.logins().form().orElseThrow();
    }

    @Test
    void theBrowserIsTheDeviceThatTheUserPoolRemembersAlsoWhenTheSessionIsOver() {
        application.with("cognito.form.remember-devices", "true");
        pool.issuesAndRemembers(DEVICE, idToken(Map.of()), accessToken(Map.of()));
        send(Map.of("j_username", "alice", "j_password", "b"));
        assertThat(pool.lastRequest().device()).isEmpty();
        application
                .sessions()
                .end(browser.asksFor("/").request(), browser.asksFor("/").response());

        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-2");
        send(Map.of("j_username", "alice", "j_password", "b"));

        assertThat(pool.lastRequest().device().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(DEVICE);
        assertThat(browser.cookies().toString()).doesNotContain(DEVICE.password(), DEVICE.key());
    }

    @Test
    void soItIsWhenSomethingElseWasDueBefore() {
        application.with("cognito.form.remember-devices", "true");
        PageAnswer form = ask("/albums");
        pool.asks(new Challenge.AuthenticatorCode());
        send(Map.of("flow", flowIn(form), "j_username", "alice", "j_password", "b"));
        pool.issuesAndRemembers(DEVICE, idToken(Map.of()), accessToken(Map.of()));
        send(Map.of("flow", flowIn(form), "state", FakeSignInPool.STATE, "code", "123456"));

        pool.issues(idToken(Map.of()), accessToken(Map.of()), "refresh-2");
        send(Map.of("j_username", "alice@example.com", "j_password", "b"));

        assertThat(pool.lastRequest().device()).isPresent();
    }

    @Test
    void aBrowserThatMayBeAnybodysIsNoDeviceByDefault() {
        pool.issuesAndRemembers(DEVICE, idToken(Map.of()), accessToken(Map.of()));

        send(Map.of("j_username", "alice", "j_password", "b"));

        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whoIsAskedForASecondFactorAgainIsAskedWhateverTheBrowserIs() {
        application.with("cognito.form.remember-devices", "true");
        pool.issuesAndRemembers(DEVICE, idToken(Map.of()), accessToken(Map.of()));
        send(Map.of("j_username", "alice", "j_password", "b"));
        StepUp required = new StepUp(Optional.empty(), Optional.of("urn:cognito:loa:4"));
        PageAnswer form = form().start(browser.asksFor("/transfers").request(), Visit.of(required, Map.of()));
        browser.takes(form.setCookies());

        pool.asks(new Challenge.AuthenticatorCode());
        send(Map.of("flow", flowIn(form), "j_username", "alice", "j_password", "b"));

        assertThat(pool.lastRequest().device()).isEmpty();
    }

    private PageAnswer ask(String path) {
        PageAnswer page = form().start(browser.asksFor(path).request(), Visit.ORDINARY);
        browser.takes(page.setCookies());
        return page;
    }

    private FormLogin.Outcome send(Map<String, String> fields) {
        FakeExchange exchange = post(browser, fields);
        FormLogin.Outcome outcome = form().submit(exchange.request(), exchange.response());
        browser.takes(outcome.page().setCookies());
        return outcome;
    }

    private static FakeExchange post(FakeBrowser browser, Map<String, String> fields) {
        FakeExchange exchange = browser.asksFor("/j_security_check")
                .header("Origin", "https://photos.example.com")
                .body("application/x-www-form-urlencoded", FormBody.of(fields));
        exchange.method = "POST";
        return exchange;
    }

    private static String flowIn(PageAnswer page) {
        Matcher flow = Pattern.compile("name=\"flow\" value=\"([\\w-]{43})\"").matcher(page.body());
        assertThat(flow.find()).as(page.body()).isTrue();
        return flow.group(1);
    }

    private Optional<SessionTokens> tokens() {
        return application.sessions().find(browser.asksFor("/").request());
    }
}
