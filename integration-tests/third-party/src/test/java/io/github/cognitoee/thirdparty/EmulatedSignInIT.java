package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.internal.userpool.InjectedUserPool;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.FirstFactor;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.RememberedDevice;
import io.github.cognitoee.userpool.SignInFlow;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;

/** {@code CognitoUserPool} over the wire, from the first step to tokens: the library on one side, the emulator on the other. */
class EmulatedSignInIT {

    private static final String PASSWORD = "Correct-H0rse";

    private final CognitoEmulator cognito = CognitoEmulator.builder().start();
    private final CognitoIdentityProviderClient admin = CognitoIdentityProviderClient.builder()
            .endpointOverride(cognito.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIACOGNITOEMULATOR", "emulator")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    private String pool = "";
    private InjectedUserPool userPool;

    @BeforeEach
    void makePool() {
        pool = admin.createUserPool(request -> request.poolName("sign-in")
                        .policies(policies -> policies.signInPolicy(signIn ->
                                signIn.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP)))
                        .deviceConfiguration(devices -> devices.challengeRequiredOnNewDevice(true)))
                .userPool()
                .id();
        UserPoolClientType client = newClient(
                ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                ExplicitAuthFlowsType.ALLOW_USER_AUTH,
                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                ExplicitAuthFlowsType.ALLOW_ADMIN_USER_PASSWORD_AUTH,
                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
        userPool = LibraryUserPool.of(
                cognito.endpoint(), pool, client.clientId(), "cognito.sign-in.client-secret", client.clientSecret());
    }

    @AfterEach
    void stop() {
        userPool.close();
        admin.close();
        cognito.close();
    }

    private UserPoolClientType newClient(ExplicitAuthFlowsType... flows) {
        return admin.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName("app")
                        .generateSecret(true)
                        .explicitAuthFlows(flows)
                        .preventUserExistenceErrors("ENABLED"))
                .userPoolClient();
    }

    private void newUser(String username, boolean temporaryPassword) {
        admin.adminCreateUser(request -> request.userPoolId(pool)
                .username(username)
                .messageAction("SUPPRESS")
                .temporaryPassword(PASSWORD)
                .userAttributes(
                        AttributeType.builder()
                                .name("email")
                                .value(username + "@example.com")
                                .build(),
                        AttributeType.builder()
                                .name("email_verified")
                                .value("true")
                                .build()));
        if (!temporaryPassword) {
            admin.adminSetUserPassword(request -> request.userPoolId(pool)
                    .username(username)
                    .password(PASSWORD)
                    .permanent(true));
        }
    }

    private void setMfa(UserPoolMfaType mfa) {
        admin.setUserPoolMfaConfig(request ->
                request.userPoolId(pool).mfaConfiguration(mfa).softwareTokenMfaConfiguration(app -> app.enabled(true)));
    }

    private static SignInRequest jane(String password) {
        return SignInRequest.of("jane").password(password.toCharArray());
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

    private String sentCode() {
        return cognito.outbox().latestTo("jane").secret();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER_SRP_AUTH", "USER_PASSWORD_AUTH", "USER_AUTH"})
    void aPasswordSignsIn(SignInFlow flow) {
        newUser("jane", false);

        SignInResult.SignedIn result = signedIn(userPool.signIn(jane(PASSWORD).flow(flow)));

        assertThat(result.tokens().refreshToken()).isPresent();
        assertThat(result.tokens().accessToken()).startsWith("eyJ");
    }

    @ParameterizedTest
    @CsvSource({"jane, USER_SRP_AUTH", "nobody, USER_SRP_AUTH", "jane, USER_PASSWORD_AUTH", "nobody, USER_PASSWORD_AUTH"
    })
    void whoeverGivesAnotherPasswordIsRefusedWhetherThereIsSuchAUserOrNot(String username, SignInFlow flow) {
        newUser("jane", false);

        SignInResult result = userPool.signIn(SignInRequest.of(username)
                .password("wrong-Passw0rd".toCharArray())
                .flow(flow));

        assertThat(refused(result)).isEqualTo(RefusalReason.BAD_CREDENTIALS);
    }

    @Test
    void theApplicationSignsInByItsOwnCredentials() {
        newUser("jane", false);
        System.setProperty("aws.accessKeyId", "AKIACOGNITOEMULATOR");
        System.setProperty("aws.secretAccessKey", "emulator");
        try {
            signedIn(userPool.signIn(jane(PASSWORD).flow(SignInFlow.ADMIN_USER_PASSWORD_AUTH)));
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void credentialsThatMayNotSignInAreAMisconfiguration() {
        newUser("jane", false);
        System.setProperty("aws.accessKeyId", "AKIASOMEBODYELSE");
        System.setProperty("aws.secretAccessKey", "else");
        try {
            assertThat(refused(userPool.signIn(jane(PASSWORD).flow(SignInFlow.ADMIN_USER_PASSWORD_AUTH))))
                    .isEqualTo(RefusalReason.MISCONFIGURED);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aFlowThatTheClientDoesNotAllowAndAnotherSecretAreMisconfigurations() {
        newUser("jane", false);
        String client = newClient(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH).clientId();

        try (InjectedUserPool withoutSecret = LibraryUserPool.of(cognito.endpoint(), pool, client)) {
            assertThat(refused(withoutSecret.signIn(jane(PASSWORD)))).isEqualTo(RefusalReason.MISCONFIGURED);
        }
        try (InjectedUserPool otherSecret =
                LibraryUserPool.of(cognito.endpoint(), pool, client, "cognito.sign-in.client-secret", "another")) {
            assertThat(refused(otherSecret.signIn(jane(PASSWORD)))).isEqualTo(RefusalReason.MISCONFIGURED);
            assertThat(refused(otherSecret.signIn(jane(PASSWORD).flow(SignInFlow.USER_PASSWORD_AUTH))))
                    .isEqualTo(RefusalReason.MISCONFIGURED);
        }
    }

    @Test
    void aTemporaryPasswordIsReplaced() {
        newUser("jane", true);

        SignInResult.ChallengeRequired first = challenged(userPool.signIn(jane(PASSWORD)));
        assertThat(((Challenge.NewPassword) first.challenge()).attributes()).containsEntry("email", "jane@example.com");
        assertThat(refused(userPool.answer(first.state(), ChallengeAnswer.newPassword("weak".toCharArray()))))
                .isEqualTo(RefusalReason.PASSWORD_TOO_WEAK);
        signedIn(userPool.answer(first.state(), ChallengeAnswer.newPassword("An0ther-Horse".toCharArray())));

        signedIn(userPool.signIn(jane("An0ther-Horse")));
    }

    @Test
    void anAuthenticatorAppIsSetUpAndThenAskedFor() {
        newUser("jane", false);
        setMfa(UserPoolMfaType.ON);

        SignInResult.ChallengeRequired first = challenged(userPool.signIn(jane(PASSWORD)));
        String secret = ((Challenge.AuthenticatorSetUp) first.challenge()).secret();
        assertThat(refused(userPool.answer(first.state(), ChallengeAnswer.code("000000"))))
                .isEqualTo(RefusalReason.WRONG_CODE);
        signedIn(userPool.answer(first.state(), ChallengeAnswer.code(AuthenticatorApp.codeNow(secret))));
        SignInResult.ChallengeRequired second = challenged(userPool.signIn(jane(PASSWORD)));

        assertThat(second.challenge()).isEqualTo(new Challenge.AuthenticatorCode());
        assertThat(refused(userPool.answer(second.state(), ChallengeAnswer.code("000000"))))
                .isEqualTo(RefusalReason.WRONG_CODE);
    }

    @Test
    void aCodeByMailSignsInWithoutAPasswordAndOnce() {
        newUser("jane", false);
        SignInResult.ChallengeRequired first =
                challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)));
        assertThat(((Challenge.FirstFactorChoice) first.challenge()).factors())
                .containsExactlyInAnyOrder(FirstFactor.PASSWORD, FirstFactor.PASSWORD_SRP, FirstFactor.EMAIL_OTP);

        SignInResult.ChallengeRequired second =
                challenged(userPool.answer(first.state(), ChallengeAnswer.choice(FirstFactor.EMAIL_OTP)));
        assertThat(second.challenge()).isEqualTo(new Challenge.SentCode(Challenge.Medium.EMAIL, "j***@e***"));
        String code = sentCode();
        signedIn(userPool.answer(second.state(), ChallengeAnswer.code(code)));

        assertThat(refused(userPool.answer(second.state(), ChallengeAnswer.code(code))))
                .isEqualTo(RefusalReason.CHALLENGE_OVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "PASSWORD_SRP"})
    void aPasswordIsChosen(FirstFactor factor) {
        newUser("jane", false);
        String first = challenged(userPool.signIn(SignInRequest.of("jane").flow(SignInFlow.USER_AUTH)))
                .state();

        String second = challenged(userPool.answer(first, ChallengeAnswer.choice(factor)))
                .state();

        signedIn(userPool.answer(second, ChallengeAnswer.password(PASSWORD.toCharArray())));
    }

    @Test
    void aDeviceIsRememberedAnswersForItselfAndMayBeForgotten() {
        newUser("jane", false);
        RememberedDevice device =
                signedIn(userPool.signIn(jane(PASSWORD))).device().orElseThrow();

        assertThat(signedIn(userPool.signIn(jane(PASSWORD).device(device))).device())
                .as("no new one")
                .isEmpty();
        admin.adminForgetDevice(
                request -> request.userPoolId(pool).username("jane").deviceKey(device.key()));
        assertThat(signedIn(userPool.signIn(jane(PASSWORD).device(device))).device())
                .as("a new one")
                .isPresent();
    }

    @Test
    void tokensAreRenewedAndRevoked() {
        newUser("jane", false);
        SignInResult.SignedIn first = signedIn(userPool.signIn(jane(PASSWORD)));

        SignInResult.SignedIn second = signedIn(userPool.refresh(first.tokens()));
        assertThat(second.tokens().refreshToken()).isEqualTo(first.tokens().refreshToken());
        userPool.signOut(second.tokens());

        assertThat(refused(userPool.refresh(second.tokens()))).isEqualTo(RefusalReason.SESSION_ENDED);
    }

    @Test
    void signingOutEverywhereEndsOtherSignInsToo() {
        newUser("jane", false);
        SignInResult.SignedIn here = signedIn(userPool.signIn(jane(PASSWORD)));
        SignInResult.SignedIn there = signedIn(userPool.signIn(jane(PASSWORD)));

        userPool.signOutEverywhere(here.tokens());

        assertThat(refused(userPool.refresh(there.tokens()))).isEqualTo(RefusalReason.SESSION_ENDED);
    }

    @Test
    void aServerThatIsGoneSaysNothingAboutThePassword() {
        newUser("jane", false);
        cognito.close();

        assertThat(userPool.signIn(jane(PASSWORD))).isInstanceOf(SignInResult.Unavailable.class);
    }
}
