package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol beneath the operations, by requests that no SDK sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserPoolProtocolTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CognitoEmulator emulator;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder().start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void aRefusalHasTheFormOfCognito() throws Exception {
        HttpResponse<String> answer = call("GetUser", "{\"AccessToken\":\"a.b.c\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("NotAuthorizedException:");
        assertThat(answer.headers().firstValue("x-amzn-errormessage")).hasValue("Invalid Access Token");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"NotAuthorizedException\",\"message\":\"Invalid Access Token\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            InitiateAuth | {"AuthFlow":"USER_PASSWORD_AUTH"} | 1 validation error detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null
            InitiateAuth | {"AuthFlow":null,"ClientId":"a"} | 1 validation error detected: Value null at 'authFlow' failed to satisfy constraint: Member must not be null
            InitiateAuth | {"AuthFlow":"X","ClientId":"web"} | 1 validation error detected: Value 'X' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]
            SignUp       | {"ClientId":"a b","Username":""} | 3 validation errors detected: Value at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+; Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+
            SignUp       | {"ClientId":"a","Username":"b","Password":"with space"} | 1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+
            SignUp       | {"ClientId":"a","Username":"b","UserAttributes":[{"Value":"c"}]} | 1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy constraint: Member must not be null
            SignUp       | {"ClientId":"a","Username":"b","UserAttributes":[null]} | 1 validation error detected: Value null at 'userAttributes.1.member' failed to satisfy constraint: Member must not be null
            SignUp       | {"ClientId":"a","Username":"b","Surprise":1} | The emulator does not know the member Surprise
            SignUp       | {"ClientId":"a","Username":"b","UserAttributes":[{"Name":"c","value":"d"}]} | The emulator does not know the member value of userAttributes.1.member
            GetUser      | {"accessToken":"a"} | The emulator does not know the member accessToken
            """)
    void aBrokenConstraintIsToldInTheWordsOfAws(String operation, String body, String message) throws Exception {
        HttpResponse<String> answer = call(operation, body);

        assertThat(json(answer).get("message").textValue()).isEqualTo(message);
        assertThat(json(answer).get("__type").textValue()).isEqualTo("InvalidParameterException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                                  | The request body is not a JSON object.
            {                                                   | The request body is not a JSON object.
            []                                                  | The request body is not a JSON object.
            null                                                | The request body is not a JSON object.
            {} {}                                               | The request body is not a JSON object.
            {"ClientId":1}                                      | The member clientId has the wrong type, expected a string
            {"Username":{}}                                     | The member username has the wrong type, expected a string
            {"UserAttributes":{}}                               | The member userAttributes has the wrong type, expected a list
            {"UserAttributes":["a"]}                            | The member userAttributes.1.member has the wrong type, expected a structure
            {"ClientMetadata":[]}                               | The member clientMetadata has the wrong type, expected a map
            {"ClientMetadata":{"a":1}}                          | The member clientMetadata.a.member has the wrong type, expected a string
            """)
    void aBodyOfTheWrongFormIsRefused(String body, String message) throws Exception {
        HttpResponse<String> answer = call("SignUp", body);

        assertThat(json(answer).get("message").textValue()).isEqualTo(message);
        assertThat(json(answer).get("__type").textValue()).isEqualTo("SerializationException");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void nullInAMapIsNoEntry() throws Exception {
        HttpResponse<String> answer = call(
                "InitiateAuth",
                "{\"ClientId\":\"demo0client0of0photo0album\",\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"AuthParameters\":"
                        + "{\"USERNAME\":\"alice\",\"PASSWORD\":\"Alice-Passw0rd\",\"DEVICE_KEY\":null}}");

        assertThat(json(answer).at("/AuthenticationResult/TokenType").textValue())
                .isEqualTo("Bearer");
    }

    @Test
    void booleansAreNotTexts() throws Exception {
        HttpResponse<String> answer = call(
                "ConfirmSignUp",
                "{\"ClientId\":\"a\",\"Username\":\"b\",\"ConfirmationCode\":\"1\",\"ForceAliasCreation\":\"true\"}");

        assertThat(json(answer).get("message").textValue())
                .isEqualTo("The member forceAliasCreation has the wrong type, expected a boolean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateUserImportJob", "StartUserImportJob", "CreateTerms", "initiateAuth", ""})
    void anUnknownOperationIsRefusedByName(String operation) throws Exception {
        HttpResponse<String> answer = call(operation, "{}");

        assertThat(json(answer).get("__type").textValue()).isEqualTo("UnknownOperationException");
        assertThat(json(answer).get("message").textValue())
                .isEqualTo("The emulator does not know the operation AWSCognitoIdentityProviderService." + operation);
    }

    @Test
    void anOversizeBodyIsRefused() throws Exception {
        assertThat(call("SignUp", "{\"Username\":\"" + "a".repeat(300_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void operationsAreCountedByName() throws Exception {
        emulator.requests().reset();
        call("SignUp", "{}");

        assertThat(emulator.requests().count("SignUp")).isEqualTo(1);
    }

    private HttpResponse<String> call(String operation, String body) throws Exception {
        return Http.post(emulator, body, "X-Amz-Target", "AWSCognitoIdentityProviderService." + operation);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
