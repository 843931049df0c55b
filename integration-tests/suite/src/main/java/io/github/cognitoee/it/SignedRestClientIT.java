package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.signedclients.ClientsApplication;
import io.github.cognitoee.it.signedclients.Orders;
import io.github.cognitoee.it.signedclients.OrdersResource;
import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An interface of the server's MicroProfile REST Client sends what bears the signature of who calls. */
@ExtendWith(ArquillianExtension.class)
class SignedRestClientIT {

    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";
    private static final String AN_API = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        String api = System.getProperty("cognito.test.endpoint") + "/execute-api/a1b2c3d4e5/prod";
        return Wars.of(
                "signedclients",
                Map.of("orders/mp-rest/url", api),
                ClientsApplication.class,
                Orders.class,
                OrdersResource.class);
    }

    @BeforeEach
    void letCallersReadAndWrite() {
        IdentityPools.letInvoke(MEMBERS, AN_API + "GET/orders/*", AN_API + "POST/orders*");
    }

    @Test
    void apiSeesEachCaller() {
        String alices = called("identity", Cognito.alice().idToken()).body();
        String admins = called("identity", Cognito.admin().idToken()).body();

        assertThat(alices).startsWith("eu-west-1:").isNotEqualTo(admins);
        assertThat(called("of/7", Cognito.alice().idToken()).body())
                .contains(":assumed-role/Members/", "\"cognitoIdentityId\":\"" + alices + "\"");
        assertThat(called("of/7", Cognito.admin().idToken()).body())
                .contains("\"cognitoIdentityId\":\"" + admins + "\"");
    }

    @Test
    void bodyIsSigned() {
        Answer answer = called("written", Cognito.alice().idToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"resource\":\"" + AN_API + "POST/orders");
    }

    @Test
    void nothingIsSentWhereNobodyIsThereToSign() {
        Cognito.requests().reset();

        assertThat(Call.to(war, "api/orders/of/7").get().body()).isEqualTo("CallerRequiredException");
        assertThat(Cognito.requests().count("execute-api")).isZero();
    }

    private Answer called(String path, String token) {
        return Call.to(war, "api/orders/" + path).bearer(token).get();
    }
}
