package io.github.cognitoee.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cognitoee.CognitoUnavailableException;
import io.github.cognitoee.SessionTokens;
import io.github.cognitoee.internal.LogLines;
import io.github.cognitoee.internal.jwt.MovableClock;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SecondFactor;
import io.github.cognitoee.userpool.SignInFlow;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import io.github.cognitoee.userpool.UserPoolRefusedException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InjectedUserPoolTest {

    private static final Instant NOW = Instant.parse("2026-11-06T09:05:07Z");
    private static final String JANE = "11111111-2222-3333-4444-555555555555";
    private static final RememberedDevice DEVICE = new RememberedDevice("eu-west-1_7a", "-group", "device's password");

    private final MovableClock clock = new MovableClock(NOW);
    private final FakePool pool = new FakePool();
    private final FakePool signedPool = new FakePool();

    private InjectedUserPool userPool(String... settings) {
        return new InjectedUserPool(TestPool.config(settings), pool, signedPool, clock);
    }

    private static SignInRequest jane(String password) {
        return SignInRequest.of("jane@example.com").password(password.toCharArray());
    }

    private static SignInResult.SignedIn signedIn(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        return (SignInResult.SignedIn) result;
    }

    private static SignInResult.ChallengeRequired challenged(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.ChallengeRequired.class);
        return (SignInResult.ChallengeRequired) result;
    }

    private static RefusalReason refused(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Refused.class);
        return ((SignInResult.Refused) result).reason();
    }

    @Test
    void aPasswordIsShownBySrpAndNeverSent() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        SignInResult.SignedIn result = signedIn(userPool().signIn(jane("Passw0rd!")));

        assertThat(result.tokens().accessToken()).isEqualTo("access");
        assertThat(result.tokens().signedInAt()).isEqualTo(NOW);
        assertThat(pool.calls).extracting(FakePool.Call::name).containsExactly("USER_SRP_AUTH", "PASSWORD_VERIFIER");
        assertThat(pool.calls.get(0).parameters()).containsEntry("USERNAME", "jane@example.com");
        assertThat(pool.calls.get(1).parameters()).containsEntry("USERNAME", JANE);
        assertThat(pool.calls.toString()).doesNotContain("Passw0rd!");
    }

    @Test
    void anotherPasswordIsRefused() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        assertThat(userPool().signIn(jane("Passw0rd?")))
                .isEqualTo(new SignInResult.Refused(
                        RefusalReason.BAD_CREDENTIALS,
                        "RespondToAuthChallenge: NotAuthorizedException: Incorrect username or password."));
    }

    @Test
    void theSecretIsHashedWithTheTypedNameFirstAndWithTheUsersIdAfterSrp() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        userPool("cognito.sign-in.client-secret", "s3cr3t").signIn(jane("Passw0rd!"));

        AppClient app = new AppClient(
                "client",
                TestPool.config("cognito.sign-in.client-secret", "s3cr3t").clientSecret());
        assertThat(pool.calls)
                .extracting(call -> call.parameters().get("SECRET_HASH"))
                .containsExactly(
                        app.secretHash("jane@example.com").orElseThrow(),
                        app.secretHash(JANE).orElseThrow());
    }

    @Test
    void theSecretHashIsThatOfTheDocumentation() {
        AppClient app = new AppClient(
                "1example23456789",
                TestPool.config("cognito.sign-in.client-secret", "9example87654321abcdefghij")
                        .clientSecret());

        assertThat(app.secretHash("jane")).contains("d8SGcaxvGuCNb1stOqmH9owhRsJlnAqav0g3K/80gvw=");
        assertThat(app).asString().doesNotContain("9example");
    }

    @Test
    void aPasswordIsSentWhereTheFlowSaysSo() {
        pool.thenTokens();

        signedIn(userPool("cognito.sign-in.flow", "USER_PASSWORD_AUTH").signIn(jane("Passw0rd!")));

        assertThat(pool.last().name()).isEqualTo("USER_PASSWORD_AUTH");
        assertThat(pool.last().parameters()).isEqualTo(Map.of("USERNAME", "jane@example.com", "PASSWORD", "Passw0rd!"));
    }

    @Test
    void theApplicationsOwnNameIsUsedForAllStepsOfASignedFlow() {
        signedPool
                .thenChallenge("SMS_MFA", Map.of("CODE_DELIVERY_DESTINATION", "+***1234"))
                .thenTokens();
        InjectedUserPool userPool = userPool();

        SignInResult first = userPool.signIn(jane("Passw0rd!").flow(SignInFlow.ADMIN_USER_PASSWORD_AUTH));
        signedIn(userPool.answer(challenged(first).state(), ChallengeAnswer.code("123456")));

        assertThat(signedPool.calls)
                .extracting(FakePool.Call::name)
                .containsExactly("ADMIN_USER_PASSWORD_AUTH", "SMS_MFA");
        assertThat(pool.calls).isEmpty();
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(SignInRequest.of("jane"), Map.of("USERNAME", "jane")),
                Arguments.of(
                        SignInRequest.of("jane").preferredFactor(FirstFactor.EMAIL_OTP),
                        Map.of("USERNAME", "jane", "PREFERRED_CHALLENGE", "EMAIL_OTP")),
                Arguments.of(
                        SignInRequest.of("jane").preferredFactor(FirstFactor.WEB_AUTHN),
                        Map.of("USERNAME", "jane", "PREFERRED_CHALLENGE", "WEB_AUTHN")),
                Arguments.of(
                        SignInRequest.of("jane").preferredFactor(FirstFactor.PASSWORD), Map.of("USERNAME", "jane")),
                Arguments.of(
                        SignInRequest.of("jane")
                                .preferredFactor(FirstFactor.PASSWORD)
                                .password("Passw0rd!".toCharArray()),
                        Map.of("USERNAME", "jane", "PREFERRED_CHALLENGE", "PASSWORD", "PASSWORD", "Passw0rd!")));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void theFactorThatIsPreferredIsAskedFor(SignInRequest request, Map<String, String> parameters) {
        pool.thenChoice("PASSWORD", "EMAIL_OTP");

        challenged(userPool().signIn(request.flow(SignInFlow.USER_AUTH)));

        assertThat(pool.last().name()).isEqualTo("USER_AUTH");
        assertThat(pool.last().parameters()).isEqualTo(parameters);
    }

    @Test
    void aPasswordWithoutAPreferenceIsShownBySrp() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        signedIn(userPool().signIn(jane("Passw0rd!").flow(SignInFlow.USER_AUTH)));

        assertThat(pool.calls.get(0).parameters())
                .containsEntry("PREFERRED_CHALLENGE", "PASSWORD_SRP")
                .containsKey("SRP_A");
    }

    @Test
    void triggersMayAskAfterThePassword() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");

        signedIn(userPool().signIn(jane("Passw0rd!").flow(SignInFlow.CUSTOM_AUTH_AFTER_SRP)));

        assertThat(pool.calls.get(0).name()).isEqualTo("CUSTOM_AUTH");
        assertThat(pool.calls.get(0).parameters())
                .containsEntry("CHALLENGE_NAME", "SRP_A")
                .containsKey("SRP_A");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignInFlow.class,
            names = {"USER_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "CUSTOM_AUTH_AFTER_SRP"})
    void aFlowThatTakesAPasswordIsNotBegunWithoutOne(SignInFlow flow) {
        assertThat(userPool().signIn(SignInRequest.of("jane").flow(flow)))
                .isEqualTo(new SignInResult.Refused(
                        RefusalReason.INVALID_INPUT, flow + " takes a password, and there is none"));
    }

    @Test
    void nobodyIsAskedAboutAnEmptyName() {
        assertThat(userPool().signIn(SignInRequest.of(" ").password("p".toCharArray())))
                .isEqualTo(new SignInResult.Refused(RefusalReason.INVALID_INPUT, "the user name is empty"));
        assertThat(pool.calls).isEmpty();
    }

    /** A challenge of the service, how it shows, what answers it, and what is sent then. */
    static Stream<Arguments> challenges() {
        return Stream.of(
                Arguments.of(
                        "NEW_PASSWORD_REQUIRED",
                        Map.of(
                                "userAttributes",
                                "{\"email\":\"jane@example.com\",\"email_verified\":\"true\"}",
                                "requiredAttributes",
                                "[\"userAttributes.given_name\"]",
                                "USER_ID_FOR_SRP",
                                "jane"),
                        new Challenge.NewPassword(
                                Set.of("given_name"), Map.of("email", "jane@example.com", "email_verified", "true")),
                        ChallengeAnswer.newPassword("N3wPassw0rd!".toCharArray(), Map.of("given_name", "Jane")),
                        Map.of("NEW_PASSWORD", "N3wPassw0rd!", "userAttributes.given_name", "Jane")),
                Arguments.of(
                        "SMS_MFA",
                        Map.of("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS", "CODE_DELIVERY_DESTINATION", "+***1234"),
                        new Challenge.SentCode(Challenge.Medium.SMS, "+***1234"),
                        ChallengeAnswer.code("123456"),
                        Map.of("SMS_MFA_CODE", "123456")),
                Arguments.of(
                        "SMS_OTP",
                        Map.of(),
                        new Challenge.SentCode(Challenge.Medium.SMS, ""),
                        ChallengeAnswer.code("123456"),
                        Map.of("SMS_OTP_CODE", "123456")),
                Arguments.of(
                        "EMAIL_OTP",
                        Map.of("CODE_DELIVERY_DESTINATION", "j***@e***"),
                        new Challenge.SentCode(Challenge.Medium.EMAIL, "j***@e***"),
                        ChallengeAnswer.code("123456"),
                        Map.of("EMAIL_OTP_CODE", "123456")),
                Arguments.of(
                        "EMAIL_MFA",
                        Map.of("CODE_DELIVERY_DESTINATION", "j***@e***"),
                        new Challenge.SentCode(Challenge.Medium.EMAIL, "j***@e***"),
                        ChallengeAnswer.code("123456"),
                        Map.of("EMAIL_MFA_CODE", "123456")),
                Arguments.of(
                        "SOFTWARE_TOKEN_MFA",
                        Map.of("FRIENDLY_DEVICE_NAME", "phone"),
                        new Challenge.AuthenticatorCode(),
                        ChallengeAnswer.code("123456"),
                        Map.of("SOFTWARE_TOKEN_MFA_CODE", "123456")),
                Arguments.of(
                        "SELECT_MFA_TYPE",
                        Map.of("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"EMAIL_MFA\",\"TELEPATHY\"]"),
                        new Challenge.SecondFactorChoice(Set.of(SecondFactor.SMS_MFA, SecondFactor.EMAIL_OTP)),
                        ChallengeAnswer.choice(SecondFactor.EMAIL_OTP),
                        Map.of("ANSWER", "EMAIL_MFA")),
                Arguments.of(
                        "PASSWORD",
                        Map.of(),
                        new Challenge.Password(),
                        ChallengeAnswer.password("Passw0rd!".toCharArray()),
                        Map.of("PASSWORD", "Passw0rd!")),
                Arguments.of(
                        "WEB_AUTHN",
                        Map.of("CREDENTIAL_REQUEST_OPTIONS", "{\"challenge\":\"abc\"}"),
                        new Challenge.Passkey("{\"challenge\":\"abc\"}"),
                        ChallengeAnswer.passkey("{\"id\":\"key\"}"),
                        Map.of("CREDENTIAL", "{\"id\":\"key\"}")),
                Arguments.of(
                        "CUSTOM_CHALLENGE",
                        Map.of("question", "Which colour?", "USERNAME", "jane"),
                        new Challenge.Custom(Map.of("question", "Which colour?")),
                        ChallengeAnswer.custom("blue"),
                        Map.of("ANSWER", "blue")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("challenges")
    void aChallengeIsShownAndAnswered(
            String name,
            Map<String, String> parameters,
            Challenge challenge,
            ChallengeAnswer answer,
            Map<String, String> responses) {
        pool.thenChallenge(name, parameters).thenTokens();
        InjectedUserPool userPool = userPool();

        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)));
        Optional<Challenge> again = userPool.challengeOf(first.state());
        signedIn(userPool.answer(first.state(), answer));

        assertThat(first.challenge()).isEqualTo(challenge);
        assertThat(again).contains(challenge);
        assertThat(first.state()).matches("[A-Za-z0-9_-]{1,4096}");
        assertThat(pool.last().name()).isEqualTo(name);
        assertThat(pool.last().session()).isEqualTo("session 1");
        assertThat(pool.last().parameters()).containsAllEntriesOf(responses).containsEntry("USERNAME", "jane");
        assertThat(pool.last().parameters()).hasSize(responses.size() + 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("challenges")
    void anAnswerToAnotherChallengeAsksNobody(
            String name,
            Map<String, String> parameters,
            Challenge challenge,
            ChallengeAnswer answer,
            Map<String, String> responses) {
        pool.thenChallenge(name, parameters);
        InjectedUserPool userPool = userPool();
        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)));
        ChallengeAnswer other =
                answer instanceof ChallengeAnswer.Custom ? ChallengeAnswer.code("1") : ChallengeAnswer.custom("1");

        assertThat(refused(userPool.answer(first.state(), other))).isEqualTo(RefusalReason.OTHER_CHALLENGE_DUE);
        assertThat(pool.calls).hasSize(1);
    }

    @Test
    void anAuthenticatorAppIsSetUp() {
        pool.thenChallenge("MFA_SETUP", Map.of("MFAS_CAN_SETUP", "[\"SMS_MFA\",\"SOFTWARE_TOKEN_MFA\"]"))
                .otherwise(call -> "JBSWY3DPEHPK3PXP")
                .otherwise(call -> "verified")
                .thenTokens();
        InjectedUserPool userPool = userPool("cognito.sign-in.authenticator-issuer", "My photos: all");

        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane@example.com").flow(SignInFlow.CUSTOM_AUTH)));
        signedIn(userPool.answer(first.state(), ChallengeAnswer.code("123456")));

        assertThat(first.challenge())
                .isEqualTo(new Challenge.AuthenticatorSetUp(
                        "JBSWY3DPEHPK3PXP",
                        URI.create("otpauth://totp/My%20photos%20%20all:jane%40example.com?secret=JBSWY3DPEHPK3PXP"
                                + "&issuer=My%20photos%20%20all")));
        assertThat(pool.calls)
                .extracting(FakePool.Call::operation, FakePool.Call::session)
                .containsExactly(
                        tuple("InitiateAuth", ""),
                        tuple("AssociateSoftwareToken", "session 1"),
                        tuple("VerifySoftwareToken", "associated session 1"),
                        tuple("RespondToAuthChallenge", "verified"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MFA_SETUP | MFAS_CAN_SETUP | [\"SMS_MFA\"]",
                "SELECT_MFA_TYPE | MFAS_CAN_CHOOSE | [\"TELEPATHY\"]",
                "SELECT_MFA_TYPE | MFAS_CAN_CHOOSE | no JSON",
                "SELECT_CHALLENGE | none | none",
                "TELEPATHY | none | none",
            })
    void whatTheLibraryCannotAskIsRefused(String challenge, String parameter, String value) {
        pool.thenChallenge(challenge, Map.of(parameter, value));

        assertThat(refused(userPool().signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH))))
                .isEqualTo(RefusalReason.UNKNOWN_CHALLENGE);
    }

    @Test
    void aCodeIsChosen() {
        pool.thenChoice("PASSWORD_SRP", "EMAIL_OTP").thenChallenge("EMAIL_OTP", Map.of());
        InjectedUserPool userPool = userPool();

        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)));
        SignInResult.ChallengeRequired second =
                challenged(userPool.answer(first.state(), ChallengeAnswer.choice(FirstFactor.EMAIL_OTP)));

        assertThat(first.challenge())
                .isEqualTo(new Challenge.FirstFactorChoice(Set.of(FirstFactor.PASSWORD_SRP, FirstFactor.EMAIL_OTP)));
        assertThat(second.challenge()).isEqualTo(new Challenge.SentCode(Challenge.Medium.EMAIL, ""));
        assertThat(pool.last().name()).isEqualTo("SELECT_CHALLENGE");
        assertThat(pool.last().parameters()).isEqualTo(Map.of("USERNAME", "jane", "ANSWER", "EMAIL_OTP"));
    }

    @Test
    void aPasswordIsChosenByGivingIt() {
        pool.thenChoice("PASSWORD", "PASSWORD_SRP", "EMAIL_OTP").thenSrp(TestPool.NAME, JANE, "Passw0rd!");
        InjectedUserPool userPool = userPool();
        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)));

        signedIn(userPool.answer(first.state(), ChallengeAnswer.password("Passw0rd!".toCharArray())));

        assertThat(pool.calls.get(1).parameters())
                .containsEntry("ANSWER", "PASSWORD_SRP")
                .containsKey("SRP_A");
    }

    @ParameterizedTest
    @EnumSource(
            value = FirstFactor.class,
            names = {"PASSWORD", "PASSWORD_SRP"})
    void aPasswordThatIsChosenIsAskedForBeforeThePoolIs(FirstFactor factor) {
        pool.thenChoice("PASSWORD", "PASSWORD_SRP").thenTokens();
        InjectedUserPool userPool = userPool();
        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)));

        SignInResult.ChallengeRequired second =
                challenged(userPool.answer(first.state(), ChallengeAnswer.choice(factor)));
        assertThat(second.challenge()).isEqualTo(new Challenge.Password());
        assertThat(pool.calls).hasSize(1);
        signedIn(userPool.answer(second.state(), ChallengeAnswer.password("Passw0rd!".toCharArray())));

        assertThat(pool.last().parameters())
                .containsEntry("ANSWER", factor.name())
                .containsKey(factor == FirstFactor.PASSWORD ? "PASSWORD" : "SRP_A");
        assertThat(pool.last().session()).isEqualTo("session 1");
    }

    @Test
    void whatIsNotToBeChosenIsRefused() {
        pool.thenChoice("PASSWORD");
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)))
                .state();

        assertThat(userPool.answer(state, ChallengeAnswer.choice(FirstFactor.SMS_OTP)))
                .isEqualTo(new SignInResult.Refused(RefusalReason.INVALID_INPUT, "SMS_OTP is not to be chosen"));
    }

    @Test
    void allThatIsKnownIsToldWithEachStep() {
        pool.thenChallenge("SMS_MFA", Map.of()).thenTokens();
        InjectedUserPool userPool = userPool();
        SignInRequest request = SignInRequest.of("jane")
                .flow(SignInFlow.CUSTOM_AUTH)
                .clientAddress("203.0.113.7")
                .deviceData("encoded")
                .clientMetadata(Map.of("tenant", "blue"));

        userPool.answer(challenged(userPool.signIn(request)).state(), ChallengeAnswer.code("123456"));

        assertThat(pool.calls)
                .extracting(FakePool.Call::circumstances)
                .hasSize(2)
                .containsOnly(new Circumstances(
                        Optional.of("203.0.113.7"), Optional.of("encoded"), Map.of("tenant", "blue")));
    }

    @Test
    void aNewDeviceIsConfirmedByAVerifierOfItsOwnPassword() {
        IssuedTokens tokens = new IssuedTokens(
                "id", "access", "refresh", Optional.of(new IssuedTokens.NewDevice("eu-west-1_7a", "-group")));
        pool.then(call -> PoolAnswer.of(tokens));

        RememberedDevice device = signedIn(
                        userPool().signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)))
                .device()
                .orElseThrow();

        Map<String, String> confirmed = pool.last().parameters();
        assertThat(device.key()).isEqualTo("eu-west-1_7a");
        assertThat(device.groupKey()).isEqualTo("-group");
        assertThat(Base64.getDecoder().decode(device.password())).hasSize(40);
        assertThat(confirmed).containsEntry("deviceKey", "eu-west-1_7a").containsEntry("accessToken", "access");
        BigInteger x = Srp.passwordValue(
                new Srp.Identity("-group", "eu-west-1_7a"),
                device.password().toCharArray(),
                new BigInteger(Base64.getDecoder().decode(confirmed.get("salt"))));
        assertThat(new BigInteger(Base64.getDecoder().decode(confirmed.get("verifier"))))
                .isEqualTo(Srp.verifier(x));
        assertThat(confirmed.toString()).doesNotContain(device.password());
    }

    @Test
    void aDeviceThatCannotBeConfirmedKeepsNobodyOut() {
        IssuedTokens tokens = new IssuedTokens(
                "id", "access", "refresh", Optional.of(new IssuedTokens.NewDevice("eu-west-1_7a", "-group")));
        pool.then(call -> PoolAnswer.of(tokens)).otherwise(call -> {
            throw new CognitoUnavailableException("ConfirmDevice failed", Duration.ofSeconds(2));
        });

        assertThat(signedIn(userPool().signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)))
                        .device())
                .isEmpty();
    }

    @Test
    void aRememberedDeviceAnswersForItself() {
        pool.thenDeviceSrp("-group", "eu-west-1_7a", "device's password");

        signedIn(userPool("cognito.sign-in.flow", "USER_PASSWORD_AUTH")
                .signIn(jane("Passw0rd!").device(DEVICE)));

        assertThat(pool.calls)
                .extracting(FakePool.Call::name)
                .containsExactly("USER_PASSWORD_AUTH", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER");
        assertThat(pool.calls)
                .extracting(call -> call.parameters().get("DEVICE_KEY"))
                .containsOnly("eu-west-1_7a");
    }

    @Test
    void aForgottenDeviceCountsAsNone() {
        pool.thenError("ResourceNotFoundException", "Device does not exist.").thenTokens();

        signedIn(userPool("cognito.sign-in.flow", "USER_PASSWORD_AUTH")
                .signIn(jane("Passw0rd!").device(DEVICE)));

        assertThat(pool.last().parameters()).doesNotContainKey("DEVICE_KEY").containsKey("PASSWORD");
    }

    @Test
    void aDeviceWithAnotherPasswordIsForgottenNotTakenForAWrongPassword() {
        pool.thenDeviceSrp("-group", "eu-west-1_7a", "another password").thenTokens();

        signedIn(userPool("cognito.sign-in.flow", "USER_PASSWORD_AUTH")
                .signIn(jane("Passw0rd!").device(DEVICE)));

        assertThat(pool.last().parameters()).doesNotContainKey("DEVICE_KEY");
    }

    @Test
    void aDeviceForgottenMeanwhileIsLeftOutOfTheCallThatWasRefusedAlone() {
        pool.thenChoice("PASSWORD_SRP")
                .thenChallenge(
                        "PASSWORD_VERIFIER",
                        Map.of("SALT", "f0e1", "SRP_B", "5e5e", "SECRET_BLOCK", "c2VjcmV0", "USER_ID_FOR_SRP", JANE))
                .thenError("ResourceNotFoundException", "Device does not exist.")
                .thenTokens();
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(
                        SignInRequest.of("jane").flow(SignInFlow.USER_AUTH).device(DEVICE)))
                .state();

        signedIn(userPool.answer(state, ChallengeAnswer.password("Passw0rd!".toCharArray())));

        assertThat(pool.calls)
                .extracting(FakePool.Call::name, FakePool.Call::session, call -> call.parameters()
                        .containsKey("DEVICE_KEY"))
                .containsExactly(
                        tuple("USER_AUTH", "", true),
                        tuple("SELECT_CHALLENGE", "session 1", true),
                        tuple("PASSWORD_VERIFIER", "session 2", true),
                        tuple("PASSWORD_VERIFIER", "session 2", false));
    }

    @Test
    void aDeviceForgottenWhereItIsShownInsteadOfASecondFactorIsTold() {
        pool.thenChallenge("PASSWORD", Map.of())
                .thenChallenge("DEVICE_SRP_AUTH", Map.of())
                .thenError("ResourceNotFoundException", "Device does not exist.");
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(
                        SignInRequest.of("jane").flow(SignInFlow.USER_AUTH).device(DEVICE)))
                .state();

        assertThat(userPool.answer(state, ChallengeAnswer.password("Passw0rd!".toCharArray())))
                .isEqualTo(new SignInResult.Refused(
                        RefusalReason.CHALLENGE_OVER, "the user pool has forgotten the device: begin anew without it"));
        assertThat(pool.calls).hasSize(3);
    }

    @Test
    void aClientThatIsNotKnownIsNoForgottenDevice() {
        pool.thenError("ResourceNotFoundException", "User pool client abc does not exist.");

        assertThat(refused(userPool().signIn(jane("Passw0rd!").device(DEVICE)))).isEqualTo(RefusalReason.MISCONFIGURED);
        assertThat(pool.calls).hasSize(1);
    }

    @Test
    void aStateAnsweredAgainIsForThePoolToRefuse() {
        pool.thenChallenge("SMS_MFA", Map.of())
                .thenTokens()
                .thenError("NotAuthorizedException", "Invalid session for the user, session can only be used once.");
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)))
                .state();

        signedIn(userPool.answer(state, ChallengeAnswer.code("123456")));

        assertThat(refused(userPool.answer(state, ChallengeAnswer.code("123456"))))
                .isEqualTo(RefusalReason.CHALLENGE_OVER);
    }

    @Test
    void aStateIsNotAnsweredTooLate() {
        pool.thenChallenge("SMS_MFA", Map.of());
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)))
                .state();

        clock.advance(States.LIFETIME);

        assertThat(userPool.answer(state, ChallengeAnswer.code("123456")))
                .isEqualTo(new SignInResult.Refused(RefusalReason.CHALLENGE_OVER, "the state is too old"));
        assertThat(userPool.challengeOf(state)).isEmpty();
        assertThat(pool.calls).hasSize(1);
    }

    @Test
    void aPoolThatCannotBeAskedSaysNothingAboutThePassword() {
        pool.then(call -> {
            throw new CognitoUnavailableException("InitiateAuth failed: SdkClientException", Duration.ofSeconds(2));
        });

        assertThat(userPool().signIn(jane("Passw0rd!")))
                .isEqualTo(
                        new SignInResult.Unavailable(Duration.ofSeconds(2), "InitiateAuth failed: SdkClientException"));
    }

    @Test
    void aPoolThatGoesInCirclesIsLeft() {
        FakePool circling = new FakePool();
        for (int i = 0; i < 20; i++) {
            circling.then(call -> new PoolAnswer(Optional.empty(), "DEVICE_SRP_AUTH", Map.of(), "s", List.of()));
        }

        InjectedUserPool userPool = new InjectedUserPool(TestPool.config(), circling, signedPool, clock);

        assertThat(userPool.signIn(
                        SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH).device(DEVICE)))
                .isEqualTo(new SignInResult.Refused(
                        RefusalReason.REFUSED_BY_POOL, "the user pool goes in circles at DEVICE_SRP_AUTH"));
    }

    @Test
    void passwordsAreZeroedWhateverComesOfThem() {
        SignInRequest served = jane("Passw0rd!");
        SignInRequest refused = jane("Passw0rd!");
        SignInRequest failed = jane("Passw0rd!");
        ChallengeAnswer.Password answer =
                (ChallengeAnswer.Password) ChallengeAnswer.password("Passw0rd!".toCharArray());
        ChallengeAnswer.NewPassword changed =
                (ChallengeAnswer.NewPassword) ChallengeAnswer.newPassword("Passw0rd!".toCharArray());
        List<char[]> passwords = List.of(
                served.password().orElseThrow(),
                refused.password().orElseThrow(),
                failed.password().orElseThrow(),
                answer.password(),
                changed.password());
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!")
                .thenError("NotAuthorizedException", "Incorrect username or password.")
                .then(call -> {
                    throw new IllegalStateException("a bug");
                });
        InjectedUserPool userPool = userPool();

        userPool.signIn(served);
        userPool.signIn(refused);
        assertThatCode(() -> userPool.signIn(failed)).hasMessage("a bug");
        userPool.answer("no state", answer);
        userPool.answer("no state", changed);

        assertThat(passwords).allSatisfy(password -> assertThat(password).containsOnly('\0'));
    }

    @Test
    void aRequestThatWasServedIsNotServedAgain() {
        pool.thenSrp(TestPool.NAME, JANE, "Passw0rd!");
        InjectedUserPool userPool = userPool();
        SignInRequest request = jane("Passw0rd!");
        SignInRequest copy = request.clientAddress("203.0.113.7").flow(SignInFlow.USER_PASSWORD_AUTH);

        signedIn(userPool.signIn(request));

        assertThat(Stream.of(request, copy)).allSatisfy(used -> assertThatThrownBy(() -> userPool.signIn(used))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the SignInRequest was served already: make a new one"));
        assertThat(pool.calls).hasSize(2);
    }

    @Test
    void aRequestWithoutAPasswordServesAgain() {
        pool.thenChallenge("SMS_MFA", Map.of()).thenChallenge("SMS_MFA", Map.of());
        SignInRequest request = SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH);

        challenged(userPool().signIn(request));
        challenged(userPool().signIn(request));
    }

    static Stream<Arguments> answersWithPasswords() {
        return Stream.of(
                Arguments.of("PASSWORD", ChallengeAnswer.password("Passw0rd!".toCharArray())),
                Arguments.of("NEW_PASSWORD_REQUIRED", ChallengeAnswer.newPassword("Passw0rd!".toCharArray())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersWithPasswords")
    void anAnswerThatWasServedIsNotServedAgain(String challenge, ChallengeAnswer answer) {
        pool.thenChallenge(challenge, Map.of()).thenTokens();
        InjectedUserPool userPool = userPool();
        String state = challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.CUSTOM_AUTH)))
                .state();

        signedIn(userPool.answer(state, answer));

        assertThatThrownBy(() -> userPool.answer(state, answer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the ChallengeAnswer was served already: make a new one");
        assertThat(pool.calls).hasSize(2);
    }

    @Test
    void whatOperationsMustChangeIsLoggedOnceAndThenEachTimeThereAreTwiceAsMany() {
        LogLines log = LogLines.of(Misconfigurations.class);
        InjectedUserPool userPool = userPool();
        log.start();
        try {
            for (int i = 0; i < 5; i++) {
                pool.thenError("NotAuthorizedException", "Unable to verify secret hash for client client");
                assertThat(refused(userPool.signIn(jane("Passw0rd!")))).isEqualTo(RefusalReason.MISCONFIGURED);
            }
        } finally {
            log.stop();
        }

        assertThat(log.lines())
                .hasSize(3)
                .containsOnly("COG-0061: InitiateAuth: NotAuthorizedException: Unable to verify secret hash for client"
                        + " client; set cognito.sign-in.client-secret to the secret of app client client, or remove it"
                        + " where the client has none");
    }

    @Test
    void newTokensKeepTheRefreshTokenWhereNoneComesWithThem() {
        pool.then(call -> PoolAnswer.of(new IssuedTokens("id 2", "access 2", null, Optional.empty())));
        SessionTokens old = new SessionTokens("id", "access", "refresh", NOW.minusSeconds(3_600));

        SessionTokens tokens = signedIn(userPool().refresh(old)).tokens();

        assertThat(tokens.accessToken()).isEqualTo("access 2");
        assertThat(tokens.refreshToken()).contains("refresh");
        assertThat(tokens.signedInAt()).isEqualTo(old.signedInAt());
    }

    @Test
    void aRotatedRefreshTokenReplacesTheOldOneAndTheDeviceIsNamed() {
        pool.then(call -> PoolAnswer.of(new IssuedTokens("id 2", "access 2", "refresh 2", Optional.empty())));

        SessionTokens tokens = signedIn(userPool().refresh(tokens("{\"device_key\":\"eu-west-1_7a\"}")))
                .tokens();

        assertThat(tokens.refreshToken()).contains("refresh 2");
        assertThat(pool.last().parameters()).containsEntry("deviceKey", "eu-west-1_7a");
    }

    @ParameterizedTest
    @CsvSource({
        "NotAuthorizedException, Refresh Token has been revoked, SESSION_ENDED",
        "NotAuthorizedException, Invalid Refresh Token, SESSION_ENDED",
        "NotAuthorizedException, what nobody has seen yet, SESSION_ENDED",
        "RefreshTokenReuseException, Refresh token has been used, SESSION_ENDED",
        "UserNotFoundException, User does not exist., SESSION_ENDED",
        "NotAuthorizedException, User is disabled., SESSION_ENDED",
        "UserNotConfirmedException, User is not confirmed., SESSION_ENDED",
        "PasswordResetRequiredException, Password reset required for the user, SESSION_ENDED",
        "ResourceNotFoundException, Device does not exist., SESSION_ENDED",
        "LimitExceededException, Attempt limit exceeded, TOO_MANY_ATTEMPTS",
        "ResourceNotFoundException, User pool client abc does not exist., MISCONFIGURED",
        "NotAuthorizedException, Unable to verify secret hash for client abc, MISCONFIGURED",
    })
    void aRefreshTokenThatIsNotGoodEndsTheSession(String code, String message, RefusalReason reason) {
        pool.thenError(code, message);

        assertThat(refused(userPool().refresh(tokens("{}")))).isEqualTo(reason);
    }

    @Test
    void withoutARefreshTokenTheSessionIsOver() {
        assertThat(userPool().refresh(new SessionTokens("id", "access", null, NOW)))
                .isEqualTo(new SignInResult.Refused(RefusalReason.SESSION_ENDED, "there is no refresh token"));
    }

    @Test
    void anOlderServerIsAskedByTheOlderFlow() {
        pool.thenError("UnknownOperationException", "").thenTokens();

        signedIn(userPool("cognito.sign-in.client-secret", "s3cr3t").refresh(tokens("{\"username\":\"jane\"}")));

        assertThat(pool.last().name()).isEqualTo("REFRESH_TOKEN_AUTH");
        assertThat(pool.last().parameters())
                .containsKeys("REFRESH_TOKEN", "SECRET_HASH")
                .doesNotContainKey("USERNAME");
    }

    @Test
    void signingOutRevokesTheRefreshToken() {
        userPool().signOut(tokens("{}"));

        assertThat(pool.last().operation()).isEqualTo("RevokeToken");
        assertThat(pool.last().parameters()).containsEntry("token", "refresh");
    }

    @Test
    void signingOutWithoutARefreshTokenAsksNobody() {
        userPool().signOut(new SessionTokens("id", "access", null, NOW));

        assertThat(pool.calls).isEmpty();
    }

    @Test
    void signingOutEverywhereGetsAnAccessTokenWhereTheOldOneHasExpired() {
        pool.otherwise(call -> {
            throw FakePool.error(call.operation(), "NotAuthorizedException", "Access Token has expired");
        });
        pool.then(call -> PoolAnswer.of(new IssuedTokens("id 2", "access 2", null, Optional.empty())));

        userPool().signOutEverywhere(tokens("{}"));

        assertThat(pool.last().operation()).isEqualTo("GlobalSignOut");
        assertThat(pool.last().parameters()).containsEntry("accessToken", "access 2");
    }

    @Test
    void aRefreshTokenThatIsNotGoodAnyMoreIsNoErrorOfSigningOut() {
        pool.otherwise(call -> {
            throw FakePool.error(call.operation(), "NotAuthorizedException", "Invalid Refresh Token");
        });

        assertThatCode(() -> userPool().signOut(tokens("{}"))).doesNotThrowAnyException();
    }

    @Test
    void whatCouldNotBeRevokedIsToldWithWhatToChange() {
        pool.otherwise(call -> {
            throw FakePool.error(call.operation(), "UnsupportedOperationException", "Token revocation is not enabled");
        });

        assertThat(linesOfRefusedSignOut(() -> userPool().signOut(tokens("{}"))))
                .containsExactly(
                        "COG-0061: RevokeToken: UnsupportedOperationException: Token revocation is not enabled;"
                                + " have app client client revoke tokens (EnableTokenRevocation)");
    }

    @Test
    void anAccessTokenWithoutTheScopeIsNotTakenForTheEndOfTheSession() {
        pool.otherwise(call -> {
            throw FakePool.error(
                    call.operation(), "NotAuthorizedException", "Access Token does not have required scopes");
        });

        assertThat(linesOfRefusedSignOut(() -> userPool().signOutEverywhere(tokens("{}"))))
                .containsExactly("COG-0061: GlobalSignOut: NotAuthorizedException: Access Token does not have required"
                        + " scopes; have no trigger suppress the scope aws.cognito.signin.user.admin of access tokens");
        assertThat(pool.calls).hasSize(1);
    }

    @Test
    void signingOutEverywhereIsNoErrorWhereTheSessionIsOver() {
        pool.otherwise(call -> {
                    throw FakePool.error(call.operation(), "NotAuthorizedException", "Access Token has been revoked");
                })
                .thenError("NotAuthorizedException", "Refresh Token has been revoked");

        assertThatCode(() -> userPool().signOutEverywhere(tokens("{}"))).doesNotThrowAnyException();
    }

    private static List<String> linesOfRefusedSignOut(ThrowingCallable signOut) {
        LogLines log = LogLines.of(Misconfigurations.class);
        log.start();
        try {
            assertThatThrownBy(signOut)
                    .isInstanceOfSatisfying(UserPoolRefusedException.class, e -> assertThat(e.reason())
                            .isEqualTo(RefusalReason.MISCONFIGURED));
        } finally {
            log.stop();
        }
        return log.lines();
    }

    @Test
    void allThatWasOpenedIsClosed() {
        userPool().close();

        assertThat(pool.closed).isTrue();
        assertThat(signedPool.closed).isTrue();
    }

    private static SessionTokens tokens(String claims) {
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new SessionTokens("id", "e30." + payload + ".sig", "refresh", NOW);
    }
}
