package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.described.DescribedApplication;
import io.github.cognitoee.it.described.EveryPathResource;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata of a protected resource (RFC 9728), of a WAR that lets nobody in without a token and has REST on all paths. */
@ExtendWith(ArquillianExtension.class)
class ResourceMetadataIT {

    private static final String WELL_KNOWN = ".well-known/oauth-protected-resource";
    private static final String POINTER =
            ", resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/described\"";
    private static final String DOCUMENT = "{\"resource\":\"https://api.example.com/described\","
            + "\"authorization_servers\":[\"" + Cognito.ISSUER + "\","
            + "\"https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE\"],"
            + "\"scopes_supported\":[\"photos/read\"],"
            + "\"bearer_methods_supported\":[\"header\"],"
            + "\"resource_name\":\"The described application\"}";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(
                        "described",
                        Map.of(
                                "cognito.resource.id", "https://api.example.com/described",
                                "cognito.resource.name", "The described application"),
                        DescribedApplication.class,
                        EveryPathResource.class)
                .setWebXML(new StringAsset(DescribedApplication.WEB_XML));
    }

    @ParameterizedTest
    @ValueSource(strings = {WELL_KNOWN, WELL_KNOWN + "/described"})
    void theDocumentIsForAnybodyToRead(String path) {
        Answer answer = Call.to(war, path).get();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(DOCUMENT);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.header("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void aBadTokenIsNoReasonToWithholdIt() {
        assertThat(Call.to(war, WELL_KNOWN).bearer("nonsense").get().body()).isEqualTo(DOCUMENT);
    }

    @Test
    void itsHeadersMayBeAskedForAlone() {
        Answer answer = Call.to(war, WELL_KNOWN).send("HEAD");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).hasValue(String.valueOf(DOCUMENT.length()));
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void nothingElseCanBeDoneWithIt(String method) {
        Answer answer = Call.to(war, WELL_KNOWN).send(method);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {WELL_KNOWN + "/other", "anything"})
    void allElseIsForThoseWithAToken(String path) {
        assertThat(Call.to(war, path).get().status()).isEqualTo(401);
        assertThat(Call.to(war, path)
                        .bearer(Cognito.alice().scopes("photos/read").accessToken())
                        .get()
                        .body())
                .isEqualTo("the application's own " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything", "guarded-by-rest"})
    void whoHasNoTokenIsToldWhereToRead(String path) {
        Answer answer = Call.to(war, path).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).isEqualTo("Bearer realm=\"cognito\"" + POINTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything", "guarded-by-rest"})
    void whoHasABadTokenIsToldToo(String path) {
        Answer answer = Call.to(war, path).bearer("nonsense").get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).contains("error=\"invalid_token\"").endsWith(POINTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything", "guarded-by-rest"})
    void whoLacksAScopeIsToldToo(String path) {
        Answer answer = Call.to(war, path).bearer(Cognito.alice().accessToken()).get();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.challenge())
                .contains("error=\"insufficient_scope\", scope=\"photos/read\"")
                .endsWith(POINTER);
    }
}
