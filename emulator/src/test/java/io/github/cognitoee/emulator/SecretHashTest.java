package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Clients with a secret: every call of theirs must prove that the caller knows it. */
class SecretHashTest extends UserPoolFixture {

    private String secret;

    @BeforeEach
    void makeConfidentialClient() {
        UserPoolClientType made = newClient(request -> request.generateSecret(true));
        client = made.clientId();
        secret = made.clientSecret();
    }

    @Test
    void theHashLetsAUserIn() {
        newUser("alice");

        assertThat(signInWith("alice", hash("alice")).authenticationResult()).isNotNull();
    }

    @Test
    void aMissingHashIsTold() {
        assertRefused(NotAuthorizedException.class, notReceived(), () -> signInWith("alice", null));
        assertRefused(
                NotAuthorizedException.class,
                notReceived(),
                () -> anyone.signUp(
                        request -> request.clientId(client).username("alice").password(PASSWORD)));
        assertRefused(
                NotAuthorizedException.class,
                notReceived(),
                () -> anyone.forgotPassword(request -> request.clientId(client).username("alice")));
        assertRefused(
                NotAuthorizedException.class,
                notReceived(),
                () -> anyone.confirmForgotPassword(request -> request.clientId(client)
                        .username("alice")
                        .confirmationCode("1")
                        .password(PASSWORD)));
        assertRefused(
                NotAuthorizedException.class,
                notReceived(),
                () -> anyone.confirmSignUp(
                        request -> request.clientId(client).username("alice").confirmationCode("1")));
        assertRefused(
                NotAuthorizedException.class,
                notReceived(),
                () -> anyone.resendConfirmationCode(
                        request -> request.clientId(client).username("alice")));
    }

    @Test
    void theHashOverAnotherNameIsRefused() {
        newUser("alice");

        assertRefused(NotAuthorizedException.class, unverified(), () -> signInWith("alice", hash("bob")));
    }

    @Test
    void aHashForAClientWithoutSecretIsRefused() {
        String confidential = client;
        client = newClient(request -> {}).clientId();

        assertRefused(
                NotAuthorizedException.class, unverified(), () -> signInWith("alice", hash("alice", confidential)));
    }

    @Test
    void aRefreshTakesTheHashOverTheUserName() {
        newUser("alice");
        String token = signInWith("alice", hash("alice")).authenticationResult().refreshToken();

        assertThat(refresh(token, hash("alice")).authenticationResult()).isNotNull();
        assertRefused(NotAuthorizedException.class, unverified(), () -> refresh(token, hash("bob")));
        assertRefused(NotAuthorizedException.class, notReceived(), () -> refresh(token, null));
    }

    @Test
    void theOtherRefreshTakesTheSecretItself() {
        newUser("alice");
        String token = signInWith("alice", hash("alice")).authenticationResult().refreshToken();

        assertThat(anyone.getTokensFromRefreshToken(request ->
                                request.clientId(client).clientSecret(secret).refreshToken(token))
                        .authenticationResult())
                .isNotNull();
        assertRefused(
                NotAuthorizedException.class,
                "Unable to verify secret for client " + client,
                () -> anyone.getTokensFromRefreshToken(request ->
                        request.clientId(client).clientSecret("a".repeat(30)).refreshToken(token)));
    }

    @Test
    void aChallengeIsAnsweredWithTheHashToo() {
        admin.adminCreateUser(
                request -> request.userPoolId(pool).username("alice").temporaryPassword(PASSWORD));
        String session = signInWith("alice", hash("alice")).session();

        assertRefused(NotAuthorizedException.class, notReceived(), () -> respond(session, null));
        respond(session, hash("alice"));
    }

    @Test
    void aSecretOfOnesOwnIsKept() {
        String own = "0123456789abcdefghijklmn";

        assertThat(newClient(request -> request.clientSecret(own)).clientSecret())
                .isEqualTo(own);
    }

    private String notReceived() {
        return "Client " + client + " is configured with secret but SECRET_HASH was not received";
    }

    private String unverified() {
        return "Unable to verify secret hash for client " + client;
    }

    private InitiateAuthResponse signInWith(String username, String hash) {
        return signIn(client, with(hash, "USERNAME", username, "PASSWORD", PASSWORD));
    }

    private InitiateAuthResponse refresh(String token, String hash) {
        return anyone.initiateAuth(request -> request.authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                .clientId(client)
                .authParameters(with(hash, "REFRESH_TOKEN", token)));
    }

    private void respond(String session, String hash) {
        anyone.respondToAuthChallenge(request -> request.clientId(client)
                .challengeName("NEW_PASSWORD_REQUIRED")
                .session(session)
                .challengeResponses(with(hash, "USERNAME", "alice", "NEW_PASSWORD", OTHER_PASSWORD)));
    }

    private static Map<String, String> with(String hash, String... namesAndValues) {
        Map<String, String> map = new HashMap<>(Attributes.map(Attributes.of(namesAndValues)));
        if (hash != null) {
            map.put("SECRET_HASH", hash);
        }
        return map;
    }

    private String hash(String username) {
        return hash(username, client);
    }

    private String hash(String username, String clientId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
