package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.signed.SignedApplication;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of the server's own REST clients bear the signature of who calls: the emulated API Gateway verifies it and asks IAM. */
@ExtendWith(ArquillianExtension.class)
class SignedIT {

    private static final String MEMBERS = "arn:aws:iam::123456789012:role/Members";
    private static final String VISITORS = "arn:aws:iam::123456789012:role/Visitors";
    private static final String AN_API = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of(SignedApplication.class);
    }

    @BeforeEach
    void letCallersReadAndWriteAndGuestsRead() {
        IdentityPools.letInvoke(MEMBERS, AN_API + "GET/orders/*", AN_API + "POST/orders*");
        IdentityPools.letInvoke(VISITORS, AN_API + "GET/orders/7");
    }

    @Test
    void apiSeesTheCaller() {
        String token = Cognito.alice().idToken();
        String identity = called("identity", token).body();

        Answer answer = called("of/7", token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"userArn\":\"arn:aws:sts::123456789012:assumed-role/Members/CognitoIdentityCredentials\"")
                .contains("\"cognitoIdentityId\":\"" + identity + "\"")
                .contains("\"cognitoAuthenticationType\":\"authenticated\"");
    }

    @Test
    void oneClientServesAllCallers() {
        String admins = called("identity", Cognito.admin().idToken()).body();

        assertThat(called("of/7", Cognito.alice().idToken()).body()).doesNotContain(admins);
        assertThat(called("of/7", Cognito.admin().idToken()).body()).contains(admins);
    }

    /** As there is one in each identity id. */
    @Test
    void aColonInThePathIsSignedAsItIsSent() {
        Answer answer = called("of/eu-west-1:1", Cognito.alice().idToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a+b", "caf%C3%A9", "(a)~b_c-d.'!*,;=@&$", "a%25b"})
    void whateverIsInThePathIsSignedAsItIsSent(String name) {
        Answer answer = called("of/" + name, Cognito.alice().idToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 49_999})
    void bodyIsSigned(int size) {
        Answer answer = called("written/" + size, Cognito.alice().idToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"resource\":\"" + AN_API + "POST/orders");
    }

    @Test
    void guestSignsWhoeverIsCalling() {
        Answer answer = called("guests", Cognito.alice().idToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(":assumed-role/Visitors/")
                .contains("\"cognitoAuthenticationType\":\"unauthenticated\"");
    }

    @Test
    void whatTheCallersRoleDoesNotAllowIsDenied() {
        Answer answer = Call.to(war, "api/orders/of/7")
                .bearer(Cognito.alice().idToken())
                .send("DELETE");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("is not authorized to perform: execute-api:Invoke");
    }

    @Test
    void capturedIdentitySignsOnAnotherThread() {
        String token = Cognito.alice().idToken();
        String identity = called("identity", token).body();

        Answer answer = called("captured", token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"cognitoIdentityId\":\"" + identity + "\"");
    }

    @Test
    void nothingIsSentWhereNobodyIsThereToSign() {
        Cognito.requests().reset();

        assertThat(Call.to(war, "api/orders/of/7").get().body()).startsWith("CallerRequiredException: ");
        assertThat(Call.to(war, "api/orders/written/1").get().body()).startsWith("CallerRequiredException: ");
        assertThat(called("elsewhere", Cognito.alice().idToken()).body()).startsWith("CallerRequiredException: ");
        assertThat(Cognito.requests().count("execute-api")).isZero();
    }

    @Test
    void resourceThatTheOutageOfTheIdentityPoolLeavesIs503() {
        String newcomer = Cognito.newcomer().idToken();

        Answer answer = Cognito.whileThrottled("GetId", () -> called("identity", newcomer));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("GetId", "Exception");
    }

    @Test
    void otherAuthorizationIsNotOverwritten() {
        Cognito.requests().reset();

        assertThat(called("passed", Cognito.alice().idToken()).body())
                .startsWith("UnsignableRequestException: A request that is to be signed has an Authorization header");
        assertThat(Cognito.requests().count("execute-api")).isZero();
    }

    @Test
    void bodyBeyondTheBoundIsNotSent() {
        Cognito.requests().reset();

        assertThat(called("written/50000", Cognito.alice().idToken()).body())
                .startsWith("UnsignableRequestException: A request has a body of more than 100000 bytes");
        assertThat(Cognito.requests().count("execute-api")).isZero();
    }

    private Answer called(String path, String token) {
        return Call.to(war, "api/orders/" + path).bearer(token).get();
    }
}
