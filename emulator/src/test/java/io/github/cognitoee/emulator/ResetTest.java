package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

/** An emulator that is put back for the next test. */
class ResetTest extends UserPoolFixture {

    private static final String CONFIGURED = "eu-west-1_CognitoEE";

    @Test
    void poolsAreAsTheConfigurationHasThem() {
        client = "demo0client0of0photo0album";
        admin.adminDeleteUser(request -> request.userPoolId(CONFIGURED).username("admin"));
        admin.adminSetUserPassword(request -> request.userPoolId(CONFIGURED)
                .username("alice")
                .password(PASSWORD)
                .permanent(true));
        String token = signIn("alice").refreshToken();

        emulator.reset();

        assertThat(signInAnswer("alice", "Alice-Passw0rd").authenticationResult())
                .isNotNull();
        assertThat(signInAnswer("admin", "Admin-Passw0rd").authenticationResult())
                .isNotNull();
        assertRefused(
                NotAuthorizedException.class,
                "Invalid Refresh Token",
                () -> anyone.getTokensFromRefreshToken(
                        request -> request.clientId(client).refreshToken(token)));
    }

    @Test
    void poolsThatCallsMadeAreGone() {
        emulator.reset();

        assertRefused(
                ResourceNotFoundException.class,
                "User pool " + pool + " does not exist.",
                () -> admin.describeUserPool(request -> request.userPoolId(pool)));
    }

    @Test
    void tokensOfBeforeStillVerify() {
        String token = emulator.tokens().user("alice").accessToken();

        emulator.reset();

        assertThat(anyone.getUser(request -> request.accessToken(token)).username())
                .isEqualTo("alice");
    }
}
