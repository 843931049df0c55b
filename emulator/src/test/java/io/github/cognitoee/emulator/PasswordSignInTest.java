package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** Signing in by password, judged by the AWS SDK's own client. */
class PasswordSignInTest extends UserPoolFixture {

    @Test
    void aPasswordBuysTokens() {
        newUser("alice");

        AuthenticationResultType result = signIn("alice");

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        assertThat(result.refreshToken().split("\\.")).hasSize(5);
        assertThat(TokenText.claimsOf(result.accessToken()))
                .containsEntry("client_id", client)
                .containsEntry("username", "alice")
                .containsEntry("scope", "aws.cognito.signin.user.admin");
        assertThat(TokenText.claimsOf(result.idToken())).containsEntry("aud", client);
    }

    @Test
    void aWrongPasswordDoesNot() {
        newUser("alice");

        assertRefused(
                NotAuthorizedException.class, "Incorrect username or password.", () -> signInAnswer("alice", "wrong"));
    }
}
