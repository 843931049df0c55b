package io.github.cognitoee.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitoee.emulator.TokenMinter;
import io.github.cognitoee.emulator.junit.Emulated;
import io.github.cognitoee.emulator.junit.EmulatedCognito;
import io.github.cognitoee.thirdparty.Program.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The AWS command line, version 1 or 2, is at home with the emulator. */
@Requires(Tool.AWS)
@EmulatedCognito(config = "cognito.json")
class AwsCliIT {

    /** Version 2 says so where it may not try again. */
    private static final String RETRIES = "( \\(reached max retries: 0\\))?";

    private static final String USER_POOL = "eu-west-1_CognitoEE";
    private static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/" + USER_POOL;

    @Emulated
    private URI endpoint;

    @Test
    void listsUserPools() throws Exception {
        JsonNode answer = answer("cognito-idp", "list-user-pools", "--max-results", "10");

        assertThat(answer.at("/UserPools/0/Id").asText()).isEqualTo(USER_POOL);
        assertThat(answer.at("/UserPools")).hasSize(1);
    }

    @Test
    void createsAUserPoolAndDescribesIt() throws Exception {
        String id = answer("cognito-idp", "create-user-pool", "--pool-name", "photos")
                .at("/UserPool/Id")
                .asText();

        JsonNode described = answer("cognito-idp", "describe-user-pool", "--user-pool-id", id);

        assertThat(described.at("/UserPool/Name").asText()).isEqualTo("photos");
        assertThat(described.at("/UserPool/Arn").asText())
                .isEqualTo("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/" + id);
    }

    @Test
    void signsIn() throws Exception {
        JsonNode tokens = answer(
                        "cognito-idp",
                        "initiate-auth",
                        "--auth-flow",
                        "USER_PASSWORD_AUTH",
                        "--client-id",
                        "web",
                        "--auth-parameters",
                        "USERNAME=alice,PASSWORD=Alice-Passw0rd")
                .get("AuthenticationResult");

        assertThat(tokens.get("TokenType").asText()).isEqualTo("Bearer");
        assertThat(tokens.get("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(tokens.get("AccessToken").asText().split("[.]")).hasSize(3);
    }

    @Test
    void aWrongPasswordIsAnError() {
        Result result = aws(
                Map.of(),
                "cognito-idp",
                "initiate-auth",
                "--auth-flow",
                "USER_PASSWORD_AUTH",
                "--client-id",
                "web",
                "--auth-parameters",
                "USERNAME=alice,PASSWORD=wrong");

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).isEmpty();
        assertThat(result.errors())
                .containsPattern(
                        "An error occurred \\(NotAuthorizedException\\) when calling the InitiateAuth operation"
                                + RETRIES + ": Incorrect username or password\\.");
    }

    @Test
    void anErrorOfStsIsUnderstoodToo() {
        Result result = aws(Map.of("AWS_SECRET_ACCESS_KEY", "wrong"), "sts", "get-caller-identity");

        assertThat(result.status()).isNotZero();
        assertThat(result.errors())
                .containsPattern(
                        "An error occurred \\(SignatureDoesNotMatch\\) when calling the GetCallerIdentity operation"
                                + RETRIES + ": The request signature we calculated does not match");
    }

    @Test
    void theCallersOwnCredentialsSayWhoTheCallerIs(TokenMinter tokens) throws Exception {
        String logins = PROVIDER + "=" + tokens.user("alice").idToken();
        String identity = answer("cognito-identity", "get-id", "--identity-pool-id", IDENTITY_POOL, "--logins", logins)
                .get("IdentityId")
                .asText();
        JsonNode credentials = answer(
                        "cognito-identity",
                        "get-credentials-for-identity",
                        "--identity-id",
                        identity,
                        "--logins",
                        logins)
                .get("Credentials");

        JsonNode caller = json(aws(
                        Map.of(
                                "AWS_ACCESS_KEY_ID",
                                        credentials.get("AccessKeyId").asText(),
                                "AWS_SECRET_ACCESS_KEY",
                                        credentials.get("SecretKey").asText(),
                                "AWS_SESSION_TOKEN",
                                        credentials.get("SessionToken").asText()),
                        "sts",
                        "get-caller-identity")
                .ok());

        assertThat(caller.get("Arn").asText())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/Users/CognitoIdentityCredentials");
        assertThat(caller.get("Account").asText()).isEqualTo("123456789012");
    }

    private JsonNode answer(String... arguments) throws JsonProcessingException {
        return json(aws(Map.of(), arguments).ok());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }

    /** As an administrator unless the environment says otherwise; nothing of this machine's own configuration counts. */
    private Result aws(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("aws", "--endpoint-url", endpoint.toString(), "--region", "eu-west-1", "--output", "json"));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID", "AKIACOGNITOEMULATOR",
                "AWS_SECRET_ACCESS_KEY", "emulator",
                "AWS_CONFIG_FILE", "no-such-file",
                "AWS_SHARED_CREDENTIALS_FILE", "no-such-file",
                "AWS_PAGER", "",
                "AWS_MAX_ATTEMPTS", "1"));
        all.putAll(environment);
        return Program.of(command).with(all).run();
    }
}
