package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.threads.ThreadsApplication;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A captured identity goes to every thread; the injected one goes where the request goes, and else says what to do. */
@ExtendWith(ArquillianExtension.class)
class ThreadsIT {

    private static final String USERS_ARN = "arn:aws:sts::123456789012:assumed-role/PhotoAlbumUsers/";
    private static final String HINT = "CallerRequiredException, with the hint";

    @ArquillianResource
    private URL war;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withAsyncAwsClients(ThreadsApplication.class);
    }

    static Stream<String> otherThreads() {
        return Stream.of(
                "api/threads/own/",
                "api/threads/new/",
                "api/threads/fork-join/",
                "api/threads/managed-submit/",
                "api/threads/managed-stage/",
                "api/threads/managed-scheduled/",
                "api/threads/managed-thread/",
                "api/threads/ejb-asynchronous/",
                "api/threads/async-observer/",
                "api/threads/sdk-callback/",
                "async-start/");
    }

    @ParameterizedTest
    @MethodSource("otherThreads")
    void injectedIdentityIsNobodysOnAThreadThatServesNoRequest(String kind) {
        Map<String, String> told = asAlice(kind + "injected");

        assertThat(told).containsEntry("caller", "nobody").containsEntry("identity", HINT);
    }

    @ParameterizedTest
    @MethodSource("otherThreads")
    void capturedIdentityIsItsCallersOnEveryThread(String kind) {
        Map<String, String> told = asAlice(kind + "captured");

        assertThat(told).containsEntry("caller", "nobody").containsEntry("identity", "own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"injected", "captured"})
    void bothAreTheCallersInTheRequest(String which) {
        Map<String, String> told = asAlice("api/threads/request/" + which);

        assertThat(told).containsEntry("caller", "alice").containsEntry("identity", "own");
    }

    @Test
    void accessTokenAloneCannotBeCaptured() {
        Answer answer = Call.to(war, "api/kept/keep")
                .bearer(Cognito.alice().accessToken())
                .get();

        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void keptIdentityIsRefusedInTheRequestOfSomebodyElse() {
        asAlice("api/kept/keep");

        assertThat(Call.to(war, "api/kept/use")
                        .bearer(Cognito.admin().idToken())
                        .get()
                        .lines())
                .containsEntry("identity", "OtherCallerException");
    }

    @Test
    void keptIdentityIsRefusedInTheRequestOfNobody() {
        asAlice("api/kept/keep");

        assertThat(Call.to(war, "api/kept/use").get().lines()).containsEntry("identity", "OtherCallerException");
    }

    @Test
    void keptIdentityServesItsCallerAgain() {
        asAlice("api/kept/keep");

        assertThat(asAlice("api/kept/use")).containsEntry("identity", "own");
        assertThat(asAlice("api/kept/use-beside")).containsEntry("identity", "own");
    }

    @Test
    void keptIdentityDiesWhenItsCallerSignsOut() {
        assertThat(asAlice("api/kept/keep-and-sign-out")).containsEntry("identity", "CallerRequiredException");
        assertThat(asAlice("api/kept/use-beside")).containsEntry("identity", "CallerRequiredException");
    }

    @Test
    void asynchronousClientIsGivenCredentialsOnTheCallingThread() {
        assertThat(body("api/async/sts")).startsWith(USERS_ARN);
        assertThat(body("api/async/put/injected")).isEqualTo("1 requests by the caller");
    }

    @Test
    void uploadInPartsNeedsACapturedIdentity() {
        assertThat(body("api/async/multipart/injected")).isEqualTo(HINT);
        assertThat(body("api/async/multipart/captured")).isEqualTo("6 requests by the caller");
    }

    @Test
    void uploadInPartsThroughAClientForAllTakesTheCapturedIdentityWithTheRequest() {
        assertThat(body("api/async/multipart/overridden")).isEqualTo("6 requests by the caller");
    }

    private Map<String, String> asAlice(String path) {
        Answer answer = Call.to(war, path).bearer(Cognito.alice().idToken()).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.lines();
    }

    private String body(String path) {
        Answer answer = Call.to(war, path).bearer(Cognito.alice().idToken()).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
