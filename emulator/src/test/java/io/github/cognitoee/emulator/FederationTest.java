package io.github.cognitoee.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DuplicateProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** One user pool is the relying party, the other the provider; in between they speak OpenID Connect over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationTest {

    private static final String POOL = "eu-west-1_Shop";
    private static final String STAFF = "eu-west-1_Staff";
    private static final String SUB = "5a7e1b9c-0000-4000-8000-000000000001";
    private static final String CALLBACK = "http://localhost:8080/callback";
    private static final String CONFIG =
            """
            {
              "region": "eu-west-1",
              "accountId": "123456789012",
              "userPools": [{
                "id": "eu-west-1_Shop",
                "clients": [{"id": "web", "callbackUrls": ["http://localhost:8080/callback"]}],
                "users": [{"username": "kim", "password": "Passw0rd!", "attributes": {"email": "kim@shop.example"}}],
                "identityProviders": [{
                  "name": "Staff",
                  "issuer": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Staff",
                  "clientId": "shop",
                  "clientSecret": "the0secret0of0the0shop0at0staff",
                  "identifiers": ["staff.example"]
                }]
              }, {
                "id": "eu-west-1_Staff",
                "clients": [{"id": "shop", "secret": "the0secret0of0the0shop0at0staff"}],
                "users": [{
                  "username": "lee", "sub": "5a7e1b9c-0000-4000-8000-000000000001", "password": "Passw0rd!",
                  "attributes": {"email": "lee@staff.example", "email_verified": "true"}
                }]
              }]
            }
            """;

    private final MovableClock clock = MovableClock.startingNow();
    private CognitoEmulator emulator;
    private CognitoIdentityProviderClient admin;
    private Browser browser;

    @BeforeAll
    void start() {
        emulator = CognitoEmulator.builder()
                .config(EmulatorConfig.parse(CONFIG))
                .clock(clock)
                .start();
        admin = AwsClients.userPools(emulator, clock);
    }

    @AfterAll
    void stop() {
        admin.close();
        emulator.close();
    }

    @BeforeEach
    void begin() {
        emulator.reset();
        browser = new Browser(emulator);
    }

    @Test
    void aUserOfTheOtherPoolSignsInThere() throws Exception {
        browser.open(authorize("&state=s&nonce=n"));
        assertThat(browser.page().select("#providers a").text()).isEqualTo("Sign in with Staff");
        browser.open(browser.page().selectFirst("#providers a").attr("href"));
        assertThat(browser.address().toString()).contains("client_id=shop");

        browser.submitForm("#sign-in", "username", "lee", "password", "Passw0rd!");

        assertThat(browser.location()).startsWith(CALLBACK + "?code=").endsWith("&state=s");
        JsonNode tokens = tokens();
        Map<String, Object> claims = TokenText.claimsOf(tokens.get("id_token").textValue());
        assertThat(claims)
                .containsEntry("cognito:username", "Staff_" + SUB)
                .containsEntry("cognito:groups", List.of(POOL + "_Staff"))
                .containsEntry("email", "lee@staff.example")
                .containsEntry("email_verified", true)
                .containsEntry("nonce", "n")
                .containsEntry("amr", List.of("fed"))
                .doesNotContainKey("acr");
        assertThat(claims.get("sub")).isNotEqualTo(SUB);
        JsonNode identity =
                new ObjectMapper().valueToTree(claims.get("identities")).get(0);
        assertThat(identity.get("userId").textValue()).isEqualTo(SUB);
        assertThat(identity.get("providerName").textValue()).isEqualTo("Staff");
        assertThat(identity.get("providerType").textValue()).isEqualTo("OIDC");
        assertThat(identity.get("issuer").isNull()).isTrue();
        assertThat(identity.get("primary").textValue()).isEqualTo("true");
        assertThat(identity.get("dateCreated").textValue())
                .isEqualTo(String.valueOf(clock.instant().toEpochMilli()));
        AdminGetUserResponse user = user("Staff_" + SUB);
        assertThat(user.userStatus()).isEqualTo(UserStatusType.EXTERNAL_PROVIDER);
        assertThat(user.userAttributes()).extracting(AttributeType::name).contains("identities");
    }

    @Test
    void functionsAreToldOfTheFirstSignInAndOfLaterOnes() throws Exception {
        List<String> sources = new ArrayList<>();
        for (Trigger trigger : List.of(Trigger.PRE_SIGN_UP, Trigger.POST_CONFIRMATION, Trigger.POST_AUTHENTICATION)) {
            emulator.triggers().on(POOL, trigger, event -> sources.add(event.triggerSource() + " " + event.userName()));
        }
        signInAtStaff("&identity_provider=Staff");
        browser = new Browser(emulator);
        signInAtStaff("&identity_provider=Staff");
        emulator.triggers().clear();

        assertThat(sources)
                .containsExactly(
                        "PreSignUp_ExternalProvider Staff_" + SUB,
                        "PostConfirmation_ConfirmSignUp Staff_" + SUB,
                        "PostAuthentication_Authentication Staff_" + SUB,
                        "PostAuthentication_Authentication Staff_" + SUB);
    }

    @Test
    void theSameUserComesBackAsTheSame() throws Exception {
        signInAtStaff("&identity_provider=Staff");
        Object first = TokenText.claimsOf(tokens().get("id_token").textValue()).get("sub");
        admin.adminUpdateUserAttributes(request -> request.userPoolId(STAFF)
                .username("lee")
                .userAttributes(Attributes.of("email", "new@staff.example", "email_verified", "true")));
        browser = new Browser(emulator);

        signInAtStaff("&idp_identifier=staff.example");

        assertThat(TokenText.claimsOf(tokens().get("id_token").textValue()))
                .containsEntry("sub", first)
                .containsEntry("email", "new@staff.example");
    }

    @Test
    void whoIsSignedInAtTheProviderIsNotAskedAgain() throws Exception {
        signInAtStaff("&identity_provider=Staff");

        assertThat(browser.open(authorize("&identity_provider=Staff")).location())
                .startsWith(CALLBACK + "?code=");
        assertThat(browser.open(authorize("&identity_provider=Staff&prompt=login"))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Sign in");
    }

    @Test
    void aLinkedAccountIsTheUserItIsLinkedTo() throws Exception {
        link("kim", "Cognito_Subject", SUB);

        signInAtStaff("&identity_provider=Staff");

        assertThat(TokenText.claimsOf(tokens().get("id_token").textValue()))
                .containsEntry("cognito:username", "kim")
                .containsEntry("email", "lee@staff.example");
        assertThat(user("kim").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    }

    @Test
    void aLinkMayGoByAClaim() throws Exception {
        link("kim", "email", "lee@staff.example");

        signInAtStaff("&identity_provider=Staff");

        assertThat(TokenText.claimsOf(tokens().get("id_token").textValue())).containsEntry("cognito:username", "kim");
    }

    @Test
    void anUnlinkedAccountIsAUserOfItsOwn() throws Exception {
        link("kim", "Cognito_Subject", SUB);
        admin.adminDisableProviderForUser(request -> request.userPoolId(POOL).user(user -> user.providerName("Staff")
                .providerAttributeName("Cognito_Subject")
                .providerAttributeValue(SUB)));

        signInAtStaff("&identity_provider=Staff");

        assertThat(TokenText.claimsOf(tokens().get("id_token").textValue()))
                .containsEntry("cognito:username", "Staff_" + SUB);
    }

    @Test
    void anAccountIsLinkedOnce() throws Exception {
        signInAtStaff("&identity_provider=Staff");

        assertThatThrownBy(() -> link("kim", "Cognito_Subject", SUB))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("Merging is not currently supported");
        assertThatThrownBy(() -> admin.adminDisableProviderForUser(
                        request -> request.userPoolId(POOL).user(user -> user.providerName("Staff")
                                .providerAttributeName("Cognito_Subject")
                                .providerAttributeValue("none"))))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void aFederatedUserHasNoPasswordHere() throws Exception {
        signInAtStaff("&identity_provider=Staff");
        browser = new Browser(emulator);

        browser.open(authorize("")).submitForm("#sign-in", "username", "Staff_" + SUB, "password", "Passw0rd!");

        assertThat(browser.page().select("[role=alert] li").text()).isEqualTo("Incorrect username or password.");
    }

    @Test
    void aDisabledUserIsToldToTheApplication() throws Exception {
        signInAtStaff("&identity_provider=Staff");
        admin.adminDisableUser(request -> request.userPoolId(POOL).username("Staff_" + SUB));

        browser.open(authorize("&identity_provider=Staff"));

        assertThat(browser.location())
                .isEqualTo(CALLBACK + "?error=invalid_request&error_description=User%20is%20not%20enabled");
    }

    @Test
    void whatTheProviderDoesWrongIsToldToTheApplication() throws Exception {
        admin.updateIdentityProvider(request -> request.userPoolId(POOL)
                .providerName("Staff")
                .providerDetails(Map.of(
                        "client_id", "shop",
                        "client_secret", "a0wrong0secret0of0the0shop",
                        "authorize_scopes", "openid email",
                        "oidc_issuer", "https://cognito-idp.eu-west-1.amazonaws.com/" + STAFF)));

        signInAtStaff("&identity_provider=Staff&state=s");

        assertThat(browser.location())
                .isEqualTo(
                        CALLBACK + "?error=invalid_request&error_description=Staff%20Error%20-%20400%20error%20getting"
                                + "%20token&state=s");
    }

    @Test
    void aProviderOutOfReachIsToldToTheApplication() throws Exception {
        admin.createIdentityProvider(request -> request.userPoolId(POOL)
                .providerName("Away")
                .providerType(IdentityProviderTypeType.OIDC)
                .providerDetails(Map.of(
                        "client_id", "x", "authorize_scopes", "openid", "oidc_issuer", "http://127.0.0.1:1/none")));
        admin.updateUserPoolClient(request -> request.userPoolId(POOL)
                .clientId("web")
                .callbackURLs(CALLBACK)
                .allowedOAuthFlowsWithStrings("code")
                .allowedOAuthFlowsUserPoolClient(true)
                .allowedOAuthScopes("openid")
                .supportedIdentityProviders("Away"));

        assertThat(browser.open(authorize("&identity_provider=Away")).location())
                .isEqualTo(CALLBACK + "?error=invalid_request&error_description=Away%20Error%20-%20error%20getting%20"
                        + "openid-configuration");
        assertThat(browser.open(authorize("")).page().select("#sign-in")).isEmpty();
        assertThat(browser.page().select("#providers a").text()).isEqualTo("Sign in with Away");
    }

    @Test
    void anUnknownProviderIsToldToTheApplication() throws Exception {
        assertThat(browser.open(authorize("&identity_provider=Nobody")).location())
                .startsWith(CALLBACK + "?error=invalid_request&error_description=Identity%20provider%20Nobody");
        assertThat(browser.open(authorize("&identity_provider=COGNITO"))
                        .page()
                        .select("h1")
                        .text())
                .isEqualTo("Sign in");
    }

    @Test
    void theLinkToAProviderTakesThePlaceOfTheProviderThatWasAskedFor() throws Exception {
        browser.open(authorize("&identity_provider=COGNITO&lang=en"));

        browser.open(browser.page().selectFirst("#providers a").attr("href"));

        assertThat(browser.address().toString()).contains("client_id=shop");
    }

    @Test
    void anAnswerOfTheProviderIsForTheBrowserThatAsked() throws Exception {
        browser.open(authorize("&identity_provider=Staff"));
        String state = Browser.parameters(browser.address().toString()).get("state");

        Browser other = new Browser(emulator).open("/oauth2/idpresponse?code=x&state=" + state);

        assertThat(other.status()).isEqualTo(403);
        assertThat(other.open("/oauth2/idpresponse").status()).isEqualTo(403);
    }

    @Test
    void anAnswerOfTheProviderIsWaitedForFiveMinutes() throws Exception {
        browser.open(authorize("&identity_provider=Staff"));
        String state = Browser.parameters(browser.address().toString()).get("state");
        clock.advance(Duration.ofMinutes(5));

        assertThat(browser.open("/oauth2/idpresponse?code=x&state=" + state).status())
                .isEqualTo(400);
    }

    @Test
    void aRefusalOfTheProviderIsPassedOn() throws Exception {
        browser.open(authorize("&identity_provider=Staff"));
        String state = Browser.parameters(browser.address().toString()).get("state");

        assertThat(browser.open("/oauth2/idpresponse?error=access_denied&state=" + state)
                        .location())
                .isEqualTo(CALLBACK + "?error=invalid_request&error_description=Staff%20Error%20-%20access_denied");
    }

    @Test
    void providersAreMadeDescribedListedAndDeleted() {
        admin.createIdentityProvider(request -> request.userPoolId(POOL)
                .providerName("Other")
                .providerType(IdentityProviderTypeType.OIDC)
                .idpIdentifiers("other.example")
                .attributeMapping(Map.of("name", "name"))
                .providerDetails(Map.of(
                        "client_id", "x", "authorize_scopes", "openid", "oidc_issuer", "https://other.example")));

        assertThat(admin.describeIdentityProvider(
                                request -> request.userPoolId(POOL).providerName("Other"))
                        .identityProvider()
                        .attributeMapping())
                .containsOnly(Map.entry("username", "sub"), Map.entry("name", "name"));
        assertThat(admin.getIdentityProviderByIdentifier(
                                request -> request.userPoolId(POOL).idpIdentifier("other.example"))
                        .identityProvider()
                        .providerName())
                .isEqualTo("Other");
        assertThat(admin.listIdentityProviders(request -> request.userPoolId(POOL))
                        .providers())
                .extracting(ProviderDescription::providerName)
                .containsExactly("Staff", "Other");
        admin.deleteIdentityProvider(request -> request.userPoolId(POOL).providerName("Other"));
        assertThatThrownBy(() -> admin.describeIdentityProvider(
                        request -> request.userPoolId(POOL).providerName("Other")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageStartingWith("Identity provider Other does not exist.");
    }

    @Test
    void providersThatCannotBeAreRefused() {
        Map<String, String> details =
                Map.of("client_id", "x", "authorize_scopes", "openid", "oidc_issuer", "https://other.example");

        assertThatThrownBy(() -> create("Staff", IdentityProviderTypeType.OIDC, details))
                .isInstanceOf(DuplicateProviderException.class)
                .hasMessageStartingWith("A provider with the name Staff already exists.");
        assertThatThrownBy(() -> create("Saml", IdentityProviderTypeType.SAML, details))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("The emulator federates with providers of the type OIDC alone, not SAML");
        assertThatThrownBy(() -> create("Other", IdentityProviderTypeType.OIDC, Map.of("client_id", "x")))
                .hasMessageStartingWith("Missing the detail authorize_scopes of an OIDC provider.");
        assertThatThrownBy(() -> create(
                        "Other",
                        IdentityProviderTypeType.OIDC,
                        Map.of("client_id", "x", "authorize_scopes", "email", "oidc_issuer", "https://other.example")))
                .hasMessageStartingWith("authorize_scopes must include openid.");
    }

    private void create(String name, IdentityProviderTypeType type, Map<String, String> details) {
        admin.createIdentityProvider(request ->
                request.userPoolId(POOL).providerName(name).providerType(type).providerDetails(details));
    }

    private void link(String username, String attribute, String value) {
        admin.adminLinkProviderForUser(request -> request.userPoolId(POOL)
                .destinationUser(user -> user.providerName("Cognito").providerAttributeValue(username))
                .sourceUser(user -> user.providerName("Staff")
                        .providerAttributeName(attribute)
                        .providerAttributeValue(value)));
    }

    private AdminGetUserResponse user(String username) {
        return admin.adminGetUser(request -> request.userPoolId(POOL).username(username));
    }

    private static String authorize(String more) {
        return "/oauth2/authorize?response_type=code&client_id=web&redirect_uri=" + LoginFixture.encoded(CALLBACK)
                + more;
    }

    private void signInAtStaff(String more) throws Exception {
        browser.open(authorize(more)).submitForm("#sign-in", "username", "lee", "password", "Passw0rd!");
    }

    private JsonNode tokens() throws Exception {
        HttpResponse<String> answer = Http.postTo(
                emulator,
                "/oauth2/token",
                "grant_type=authorization_code&client_id=web&code=" + browser.returned("code") + "&redirect_uri="
                        + LoginFixture.encoded(CALLBACK),
                "Content-Type",
                "application/x-www-form-urlencoded");
        return new ObjectMapper().readTree(answer.body());
    }
}
