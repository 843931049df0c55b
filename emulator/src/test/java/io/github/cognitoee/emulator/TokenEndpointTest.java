package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidOAuthFlowException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ScopeDoesNotExistException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Tokens for machines: the grant {@code client_credentials}. */
class TokenEndpointTest extends UserPoolFixture {

    private static final String GRANT = "grant_type=client_credentials";

    private String secret;

    @BeforeEach
    void makeMachine() {
        admin.createResourceServer(request -> request.userPoolId(pool)
                .identifier("orders")
                .name("Orders")
                .scopes(scope("read", "Read orders"), scope("write", "Write orders"), scope("purge", "Purge orders")));
        UserPoolClientType machine = newMachine(true);
        client = machine.clientId();
        secret = machine.clientSecret();
    }

    @Test
    void aMachineGetsATokenOfItsOwn() throws Exception {
        HttpResponse<String> answer = token(GRANT + "&scope=orders/read", basic(client, secret));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("x-amz-cognito-request-id")).isPresent();
        JsonNode body = json(answer);
        assertThat(body.fieldNames()).toIterable().containsExactly("access_token", "expires_in", "token_type");
        assertThat(body.get("expires_in").intValue()).isEqualTo(3600);
        assertThat(body.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(TokenText.claimsOf(body.get("access_token").textValue()))
                .containsOnlyKeys(
                        "sub", "token_use", "scope", "auth_time", "iss", "exp", "iat", "version", "jti", "client_id")
                .containsAllEntriesOf(
                        Map.of("sub", client, "client_id", client, "token_use", "access", "scope", "orders/read"));
    }

    @Test
    void theSecretMayComeInTheBody() throws Exception {
        HttpResponse<String> answer = token(GRANT + "&client_id=" + client + "&client_secret=" + secret);

        assertThat(TokenText.claimsOf(json(answer).get("access_token").textValue()))
                .containsEntry("scope", "orders/read orders/write");
    }

    @Test
    void scopesThatNobodyDefinesArePassedOver() throws Exception {
        HttpResponse<String> answer =
                token(GRANT + "&scope=orders/write+no/such&aws_client_metadata=%7B%7D", basic(client, secret));

        assertThat(TokenText.claimsOf(json(answer).get("access_token").textValue()))
                .containsEntry("scope", "orders/write");
    }

    @Test
    void aScopeThatWasDeletedIsNotGivenAnyMore() throws Exception {
        admin.updateResourceServer(request ->
                request.userPoolId(pool).identifier("orders").name("Orders").scopes(scope("read", "Read orders")));

        assertThat(TokenText.claimsOf(json(token(GRANT, basic(client, secret)))
                        .get("access_token")
                        .textValue()))
                .containsEntry("scope", "orders/read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            invalid_request        | scope=orders/read
            invalid_request        | grant_type=client_credentials&grant_type=client_credentials
            invalid_request        | grant_type=
            unsupported_grant_type | grant_type=password
            unauthorized_client    | grant_type=authorization_code&code=x
            invalid_scope          | grant_type=client_credentials&scope=orders/purge
            invalid_scope          | grant_type=client_credentials&scope=no/such
            invalid_request        | grant_type=client_credentials&client_secret=x
            invalid_request        | grant_type=client_credentials&client_id=other
            """)
    void aBadRequestIsRefused(String error, String form) throws Exception {
        assertError(error, token(form, basic(client, secret)));
    }

    @Test
    void aClientThatProvesNothingIsRefused() throws Exception {
        assertError("invalid_client", token(GRANT + "&client_id=" + client));
        assertError("invalid_client", token(GRANT, basic(client, "wrong")));
        assertError("invalid_client", token(GRANT, basic("nosuch", secret)));
        assertError("invalid_client", token(GRANT, "Basic !"));
        assertError("invalid_client", token(GRANT, "Bearer " + secret));
        assertError("invalid_request", token(GRANT));
    }

    @Test
    void aClientWithoutTheGrantIsRefused() throws Exception {
        UserPoolClientType other = newClient(request -> request.generateSecret(true));

        assertError("unauthorized_client", token(GRANT, basic(other.clientId(), other.clientSecret())));
    }

    @Test
    void aGrantThatIsNotInEffectIsRefused() throws Exception {
        UserPoolClientType other = newMachine(false);

        assertError("invalid_grant", token(GRANT, basic(other.clientId(), other.clientSecret())));
    }

    @Test
    void aBodyThatIsNoFormIsRefused() throws Exception {
        HttpResponse<String> answer = Http.postTo(emulator, "/oauth2/token", "{}", "Content-Type", "application/json");

        assertError("invalid_request", answer);
    }

    @Test
    void aMachineNeedsASecretAndNoOtherFlow() {
        assertRefused(
                InvalidOAuthFlowException.class,
                "client_credentials flow can not be selected if client does not have a client secret.",
                () -> newClient(request -> request.allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)));
        assertRefused(
                InvalidOAuthFlowException.class,
                "client_credentials flow can not be selected along with code flow or implicit flow.",
                () -> newClient(request -> request.generateSecret(true)
                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS, OAuthFlowType.CODE)));
        assertRefused(
                ScopeDoesNotExistException.class,
                "Invalid scope requested: no/such",
                () -> newClient(request -> request.allowedOAuthScopes("no/such")));
    }

    @Test
    void aMachinesTokenSpeaksForNoUser() throws Exception {
        String token =
                json(token(GRANT, basic(client, secret))).get("access_token").textValue();

        assertRefused(
                NotAuthorizedException.class,
                "Access Token does not have required scopes",
                () -> anyone.getUser(request -> request.accessToken(token)));
    }

    private UserPoolClientType newMachine(boolean inEffect) {
        return newClient(request -> request.generateSecret(true)
                .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                .allowedOAuthFlowsUserPoolClient(inEffect)
                .allowedOAuthScopes("orders/read", "orders/write"));
    }

    private HttpResponse<String> token(String form, String... authorization) throws Exception {
        String[] headers = authorization.length == 0
                ? new String[] {"Content-Type", "application/x-www-form-urlencoded"}
                : new String[] {"Content-Type", "application/x-www-form-urlencoded", "Authorization", authorization[0]};
        return Http.postTo(emulator, "/oauth2/token", form, headers);
    }

    private static String basic(String id, String secret) {
        String text =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertError(String error, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static ResourceServerScopeType scope(String name, String description) {
        return ResourceServerScopeType.builder()
                .scopeName(name)
                .scopeDescription(description)
                .build();
    }
}
