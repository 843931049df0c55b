package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoee.emulator.EmulatorConfig.Client;
import io.github.cognitoee.emulator.EmulatorConfig.User;
import io.github.cognitoee.emulator.EmulatorConfig.UserPool;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;

/** The provider is another server on another port, of which nothing is known but its issuer. */
class ForeignIssuerTest {

    private static final String POOL = "eu-west-1_CognitoEE";
    private static final String STAFF = "eu-west-1_Staff";
    private static final String CLIENT = "demo0client0of0photo0album";
    private static final String CALLBACK = "http://localhost:8080/callback";

    private final MovableClock clock = MovableClock.startingNow();
    private CognitoEmulator emulator;
    private CognitoEmulator provider;
    private CognitoIdentityProviderClient admin;

    @BeforeEach
    void start() {
        emulator = CognitoEmulator.builder().clock(clock).start();
        UserPool staff = new UserPool(
                STAFF,
                List.of(Client.builder("shop")
                        .callbackUrls(emulator.domain() + "/oauth2/idpresponse")
                        .build()),
                List.of(),
                List.of(new User("lee", null, List.of(), Map.of("email", "lee@staff.example"), "Lees-Passw0rd")));
        provider = CognitoEmulator.builder()
                .config(new EmulatorConfig("eu-west-1", "123456789012", List.of(staff), List.of()))
                .issuer(Issuer.REACHABLE)
                .clock(clock)
                .start();
        admin = AwsClients.userPools(emulator, clock);
    }

    @AfterEach
    void stop() {
        admin.close();
        emulator.close();
        provider.close();
    }

    @Test
    void itsUsersSignInByItsDiscoveryDocumentAlone() throws Exception {
        federate(provider.endpoint() + "/" + STAFF);
        Browser browser = new Browser(emulator).open(authorize());
        assertThat(browser.location()).startsWith(provider.domain() + "/oauth2/authorize?");

        browser.open(browser.location()).submitForm("#sign-in", "username", "lee", "password", "Lees-Passw0rd");
        browser.open(browser.location());

        assertThat(browser.location()).startsWith(CALLBACK + "?code=");
        assertThat(idClaims(browser.returned("code")))
                .containsEntry("email", "lee@staff.example")
                .hasEntrySatisfying(
                        "cognito:username", name -> assertThat(name).asString().startsWith("Staff_"));
    }

    @Test
    void aTokenThatItDidNotSignIsRefused() throws Exception {
        federate(provider.endpoint() + "/" + STAFF);
        Browser browser = new Browser(emulator).open(authorize());
        browser.open(browser.location()).submitForm("#sign-in", "username", "lee", "password", "Lees-Passw0rd");
        provider.faults().keys(KeyFault.noKeys());

        browser.open(browser.location());

        assertThat(browser.location())
                .isEqualTo(CALLBACK + "?error=invalid_request&error_description=Staff%20Error%20-%20bad%20id_token");
    }

    @Test
    void aDocumentOfAnotherIssuerIsRefused() throws Exception {
        federate(provider.domain() + "/" + STAFF);

        assertThat(new Browser(emulator).open(authorize()).location())
                .isEqualTo(
                        CALLBACK + "?error=invalid_request&error_description=Staff%20Error%20-%20openid-configuration"
                                + "%20is%20of%20another%20issuer");
    }

    private void federate(String issuer) {
        admin.createIdentityProvider(request -> request.userPoolId(POOL)
                .providerName("Staff")
                .providerType(IdentityProviderTypeType.OIDC)
                .attributeMapping(Map.of("email", "email"))
                .providerDetails(
                        Map.of("client_id", "shop", "authorize_scopes", "openid email", "oidc_issuer", issuer)));
        admin.updateUserPoolClient(request -> request.userPoolId(POOL)
                .clientId(CLIENT)
                .callbackURLs(CALLBACK)
                .allowedOAuthFlowsWithStrings("code")
                .allowedOAuthFlowsUserPoolClient(true)
                .allowedOAuthScopes("openid")
                .supportedIdentityProviders("COGNITO", "Staff"));
    }

    private static String authorize() {
        return "/oauth2/authorize?response_type=code&client_id=" + CLIENT + "&redirect_uri=" + CALLBACK
                + "&identity_provider=Staff";
    }

    private Map<String, Object> idClaims(String code) throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/oauth2/token",
                "grant_type=authorization_code&client_id=" + CLIENT + "&code=" + code + "&redirect_uri=" + CALLBACK,
                "Content-Type",
                "application/x-www-form-urlencoded");
        return TokenText.claimsOf(
                new ObjectMapper().readTree(answer.body()).get("id_token").textValue());
    }
}
