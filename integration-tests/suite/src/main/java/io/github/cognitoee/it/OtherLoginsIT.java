package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.SamlLogin;
import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.developers.DevelopersApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins at other providers, which the application knows of its callers, lead to the same identity. */
@ExtendWith(ArquillianExtension.class)
class OtherLoginsIT {

    /** A user pool, too; to the library it is any provider. */
    private static final String ELSEWHERE = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool";

    @ArquillianResource
    private URL war;

    private final TokenRecipe here = Cognito.newcomer();
    private final String subElsewhere = UUID.randomUUID().toString();
    private final TokenRecipe elsewhere = Cognito.aliceOfTheOtherPool().withClaim("sub", subElsewhere);
    private final SamlLogin staff = IdentityPools.samlLogin(subElsewhere);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(DevelopersApplication.class);
    }

    @Test
    void loginsThatAreShownTogetherAreOneIdentity() {
        String linked = told(linking(here.idToken()));

        assertThat(told(Call.to(war, "api/identity").bearer(here.idToken()))).isEqualTo(linked);
        assertThat(told(Call.to(war, "api/identity").bearer(elsewhere.idToken())))
                .isEqualTo(linked);
    }

    @Test
    void loginIsLinkedToTheIdentityThatTheApplicationVouchesFor() {
        String linked = told(linking(here.accessToken()));

        assertThat(told(Call.to(war, "api/identity").bearer(here.accessToken())))
                .isEqualTo(linked);
        assertThat(told(Call.to(war, "api/identity").bearer(elsewhere.idToken())))
                .isEqualTo(linked);
    }

    @Test
    void loginThatIsUnlinkedHasAnotherIdentity() {
        String linked = told(linking(here.idToken()));

        Answer answer = Call.to(war, "api/users/own?provider=" + ELSEWHERE)
                .bearer(here.idToken())
                .send("DELETE");

        assertThat(answer.body()).isEqualTo("unlinked");
        assertThat(told(Call.to(war, "api/identity").bearer(elsewhere.idToken())))
                .startsWith("eu-west-1:")
                .isNotEqualTo(linked);
        assertThat(told(Call.to(war, "api/identity").bearer(here.idToken()))).isEqualTo(linked);
    }

    @Test
    void providerThatThePoolDoesNotListIsNamed() {
        assertThat(told(Call.to(war, "api/identity")
                        .bearer(here.idToken())
                        .header("X-Other-Provider", "https://login.example.com")
                        .header("X-Other-User", "alice")
                        .header("X-Other-Token", elsewhere.idToken())))
                .startsWith(
                        "PROVIDER_UNKNOWN: Identity pool eu-west-1:c0911170-ee00-4000-8000-0000000000d1 refused GetId:"
                                + " NotAuthorizedException: Token is not from a supported provider of this identity pool."
                                + " The logins that were shown are of"
                                + " [cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE, login.example.com]: ");
    }

    @Test
    void tokenThatHasExpiredIsToBeSuppliedAnew() {
        assertThat(told(Call.to(war, "api/identity")
                        .bearer(here.idToken())
                        .header("X-Other-Provider", ELSEWHERE)
                        .header("X-Other-User", subElsewhere)
                        .header("X-Other-Token", elsewhere.expired().idToken())))
                .startsWith("IdTokenRequiredException: ")
                .contains("Token expired")
                .endsWith("have the caller, or the bean of type LoginSource that supplies the token, bring a new one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts.google.com",
                "appleid.apple.com",
                "graph.facebook.com",
                "www.amazon.com",
                "id.suite.example"
            })
    void tokenOfAProviderOutsideOfAwsGivesIdentityAndCredentials(String provider) {
        String key = told(showing(provider, "api/identity/key", here.idToken()));

        String linked = IdentityPools.issued(key).identityId();
        assertThat(told(Call.to(war, "api/identity").bearer(here.idToken()))).isEqualTo(linked);
        assertThat(told(showing(provider, "api/identity", elsewhere.idToken()))).isEqualTo(linked);
    }

    @Test
    void responseOfASamlProviderGivesIdentityAndCredentials() {
        String key = told(answering(staff.response(), "api/identity/key", here.idToken()));

        String linked = IdentityPools.issued(key).identityId();
        assertThat(told(Call.to(war, "api/identity").bearer(here.idToken()))).isEqualTo(linked);
        assertThat(told(answering(staff.response(), "api/identity", elsewhere.idToken())))
                .isEqualTo(linked);
    }

    @Test
    void samlLoginIsLinkedToTheIdentityThatTheApplicationVouchesFor() {
        String linked = told(answering(staff.response(), "api/identity", here.accessToken()));

        assertThat(told(Call.to(war, "api/identity").bearer(here.accessToken())))
                .isEqualTo(linked);
        assertThat(told(answering(staff.response(), "api/identity", elsewhere.idToken())))
                .isEqualTo(linked);
    }

    @Test
    void samlResponseThatWasShownBeforeIsRefused() {
        String response = staff.response();
        told(answering(response, "api/identity", here.idToken()));

        assertThat(told(answering(response, "api/identity", elsewhere.idToken())))
                .startsWith("OTHER: ")
                .contains("SAML assertion was presented to GetId before.")
                .endsWith("see what the bean of type LoginSource supplies as a token.");
    }

    @Test
    void samlResponseThatHasExpiredIsToBeSuppliedAnew() {
        assertThat(told(answering(staff.expired().response(), "api/identity", here.idToken())))
                .startsWith("IdTokenRequiredException: ")
                .contains("Token expired")
                .endsWith("have the caller, or the bean of type LoginSource that supplies the token, bring a new one.");
    }

    private Call answering(String response, String path, String bearer) {
        return showing(staff.provider(), response, path, bearer);
    }

    /** A token of its own each time, of the same user there. */
    private Call showing(String provider, String path, String bearer) {
        return showing(provider, IdentityPools.loginAt(provider, subElsewhere), path, bearer);
    }

    private Call showing(String provider, String token, String path, String bearer) {
        return Call.to(war, path)
                .bearer(bearer)
                .header("X-Other-Provider", provider)
                .header("X-Other-User", subElsewhere)
                .header("X-Other-Token", token);
    }

    private Call linking(String bearer) {
        return Call.to(war, "api/identity")
                .bearer(bearer)
                .header("X-Other-Provider", ELSEWHERE)
                .header("X-Other-User", subElsewhere)
                .header("X-Other-Token", elsewhere.idToken());
    }

    private static String told(Call call) {
        Answer answer = call.get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
