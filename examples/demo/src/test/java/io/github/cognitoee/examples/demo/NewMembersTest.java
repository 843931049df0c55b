package io.github.cognitoee.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.CognitoEmulator;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Who creates an account at the local Cognito has an album. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewMembersTest {

    private static final String CLIENT = "demo0client0of0photo0album";

    private CognitoEmulator cognito;
    private CognitoIdentityProviderClient people;

    @BeforeAll
    void start() {
        cognito = LocalCognito.start(LoopbackPort.free(0, "emulator.port"), URI.create("http://localhost:8080/"));
        people = CognitoIdentityProviderClient.builder()
                .endpointOverride(cognito.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    void stop() {
        people.close();
        cognito.close();
    }

    @Test
    void whoCreatesAnAccountIsAMemberOnceItIsConfirmed() throws IOException {
        signUp("carol");

        assertThat(groupsOf("carol")).isEmpty();
        confirm("carol");

        assertThat(groupsOf("carol")).hasToString("[\"users\"]");
    }

    @Test
    void itIsSoAfterEverythingWasPutBack() throws IOException {
        cognito.reset();
        signUp("dave");
        confirm("dave");

        assertThat(groupsOf("dave")).hasToString("[\"users\"]");
    }

    private void signUp(String name) {
        people.signUp(user -> user.clientId(CLIENT)
                .username(name)
                .password("Some-Passw0rd")
                .userAttributes(email -> email.name("email").value(name + "@example.com")));
    }

    private void confirm(String name) {
        people.confirmSignUp(code -> code.clientId(CLIENT)
                .username(name)
                .confirmationCode(cognito.outbox().latestTo(name).secret()));
    }

    private JsonNode groupsOf(String name) throws IOException {
        String payload = cognito.tokens().user(name).idToken().split("\\.")[1];
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(payload))
                .path("cognito:groups");
    }
}
