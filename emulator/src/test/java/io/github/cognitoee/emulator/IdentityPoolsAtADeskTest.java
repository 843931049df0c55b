package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.EmulatorConfig.IdentityPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;

/** The configuration of docs/identity-pools.md does what it is there for. */
class IdentityPoolsAtADeskTest {

    private static final String YAML = "```yaml\n";
    private static final String IDENTITY_SERVICE = "cognito-identity.amazonaws.com";

    private CognitoEmulator emulator;
    private CognitoIdentityClient admin;
    private IdentityPool pool;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        String document = Files.readString(Path.of("../docs/identity-pools.md"));
        int begin = document.indexOf(YAML) + YAML.length();
        EmulatorConfig config = EmulatorConfig.parse(Files.writeString(
                directory.resolve("desk.yaml"), document.substring(begin, document.indexOf("```", begin))));
        pool = config.identityPools().get(0);
        emulator = CognitoEmulator.builder().config(config).start();
        admin = AwsClients.identityPools(emulator, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        admin.close();
        emulator.close();
    }

    @Test
    void guestsHaveTheirRole() {
        String guest = admin.getId(id -> id.identityPoolId(pool.id())).identityId();

        assertThat(roleOf(guest, Map.of())).isEqualTo(pool.unauthenticatedRole());
    }

    @Test
    void theApplicationVouchesForACaller() {
        GetOpenIdTokenForDeveloperIdentityResponse vouched = admin.getOpenIdTokenForDeveloperIdentity(request ->
                request.identityPoolId(pool.id()).logins(Map.of(String.valueOf(pool.developerProviderName()), "kim")));

        assertThat(roleOf(vouched.identityId(), Map.of(IDENTITY_SERVICE, vouched.token())))
                .isEqualTo(pool.authenticatedRole());
    }

    @Test
    void theClassicFlowIsOpen() {
        Map<String, String> alice = Map.of(
                "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE",
                emulator.tokens().user("alice").idToken());
        String identityId =
                admin.getId(id -> id.identityPoolId(pool.id()).logins(alice)).identityId();

        assertThat(admin.getOpenIdToken(token -> token.identityId(identityId).logins(alice))
                        .token())
                .isNotEmpty();
    }

    private String roleOf(String identityId, Map<String, String> logins) {
        String accessKeyId = admin.getCredentialsForIdentity(
                        credentials -> credentials.identityId(identityId).logins(logins))
                .credentials()
                .accessKeyId();
        return emulator.credentials(accessKeyId).orElseThrow().roleArn();
    }
}
