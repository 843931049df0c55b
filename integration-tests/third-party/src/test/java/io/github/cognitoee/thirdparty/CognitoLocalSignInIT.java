package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.internal.userpool.InjectedUserPool;
import io.github.cognitoee.userpool.Challenge;
import io.github.cognitoee.userpool.ChallengeAnswer;
import io.github.cognitoee.userpool.RefusalReason;
import io.github.cognitoee.userpool.SignInRequest;
import io.github.cognitoee.userpool.SignInResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code CognitoUserPool} signs in at a server that is not ours, as it would at Cognito. That server has neither SRP nor
 * GetTokensFromRefreshToken: passwords are sent, and tokens renewed by the older flow.
 */
@Requires(Tool.NODE)
class CognitoLocalSignInIT {

    private static final String NEW_PASSWORD = "An0ther-Horse";

    private static NodeServer server;
    private static CognitoLocalPool pool;

    private InjectedUserPool userPool;

    @BeforeAll
    static void start() throws Exception {
        server = CognitoLocal.start(
                Files.createTempDirectory(Path.of(System.getProperty("cognito.test.target")), "cognito-local"));
        pool = new CognitoLocalPool(server.endpoint());
        pool.newUser("jane");
        pool.newUserWithTemporaryPassword("new");
        pool.allowSecondFactors();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        userPool = LibraryUserPool.of(
                server.endpoint(),
                pool.id(),
                pool.newClient("sign-in"),
                "cognito.user-pool.issuer",
                server.endpoint() + "/" + pool.id(),
                "cognito.region",
                "eu-west-1",
                "cognito.sign-in.flow",
                "USER_PASSWORD_AUTH");
    }

    @AfterEach
    void close() {
        userPool.close();
    }

    private static SignInRequest user(String username, String password) {
        return SignInRequest.of(username).password(password.toCharArray());
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
    void aPasswordSignsInAndTokensAreRenewed() {
        SignInResult.SignedIn first = signedIn(userPool.signIn(user("jane", CognitoLocalPool.PASSWORD)));

        SignInResult.SignedIn second = signedIn(userPool.refresh(first.tokens()));

        assertThat(second.tokens().accessToken()).isNotEqualTo(first.tokens().accessToken());
        assertThat(second.tokens().refreshToken()).isEqualTo(first.tokens().refreshToken());
    }

    @Test
    void aRevokedRefreshTokenEndsTheSession() {
        SignInResult.SignedIn result = signedIn(userPool.signIn(user("jane", CognitoLocalPool.PASSWORD)));

        userPool.signOut(result.tokens());

        assertThat(refused(userPool.refresh(result.tokens()))).isEqualTo(RefusalReason.SESSION_ENDED);
    }

    @Test
    void anotherPasswordIsRefused() {
        assertThat(refused(userPool.signIn(user("jane", "wrong-Passw0rd")))).isEqualTo(RefusalReason.BAD_CREDENTIALS);
    }

    @Test
    void aTemporaryPasswordIsReplaced() {
        String state = challenged(userPool.signIn(user("new", CognitoLocalPool.PASSWORD)))
                .state();

        signedIn(userPool.answer(state, ChallengeAnswer.newPassword(NEW_PASSWORD.toCharArray())));

        signedIn(userPool.signIn(user("new", NEW_PASSWORD)));
    }

    @Test
    void anAuthenticatorAppIsAskedFor() {
        pool.newUser("app");
        String secret = pool.newAuthenticatorApp(signedIn(userPool.signIn(user("app", CognitoLocalPool.PASSWORD)))
                .tokens()
                .accessToken());

        SignInResult.ChallengeRequired first = challenged(userPool.signIn(user("app", CognitoLocalPool.PASSWORD)));
        assertThat(first.challenge()).isEqualTo(new Challenge.AuthenticatorCode());
        assertThat(refused(userPool.answer(first.state(), ChallengeAnswer.code("000000"))))
                .isEqualTo(RefusalReason.WRONG_CODE);
        signedIn(userPool.answer(first.state(), ChallengeAnswer.code(AuthenticatorApp.codeNow(secret))));
    }
}
