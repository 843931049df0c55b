package io.github.cognitoee.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.it.firstpool.FirstPoolApplication;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.pools.CallerResource;
import io.github.cognitoee.it.secondpool.SecondPoolApplication;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two WARs on one server, each with the library and a user pool of its own, have nothing in common. */
@Tag("servlet")
@ExtendWith(ArquillianExtension.class)
class TwoPoolsIT {

    private static final int REQUESTS = 600;

    @ArquillianResource
    @OperateOnDeployment("witness")
    private URL witness;

    @ArquillianResource
    private Deployer deployer;

    private RunningServer server;

    @Deployment(name = "witness", testable = false)
    static WebArchive witness() {
        return RunningServer.witness();
    }

    @Deployment(name = "firstpool", managed = false, testable = false)
    static WebArchive first() {
        return Wars.of(FirstPoolApplication.class).addPackage(CallerResource.class.getPackage());
    }

    @Deployment(name = "secondpool", managed = false, testable = false)
    static WebArchive second() {
        return Wars.of(SecondPoolApplication.class).addPackage(CallerResource.class.getPackage());
    }

    @BeforeEach
    void deploy() {
        server = new RunningServer(witness, deployer);
        server.deploy("firstpool");
        server.deploy("secondpool");
    }

    @AfterEach
    void undeploy() {
        server.undeploy("secondpool");
        server.undeploy("firstpool");
    }

    /** A request, and what came of it. */
    private record Asked(String war, String token, CompletableFuture<Answer> answer) {}

    @Test
    void tokensAndCredentialsNeverCrossOver() {
        assertThatNothingCrossesOver("caller");
    }

    @Tag("rest")
    @Test
    void norInRest() {
        assertThatNothingCrossesOver("api/caller");
    }

    private void assertThatNothingCrossesOver(String path) {
        String first = Cognito.alice().idToken();
        String second = Cognito.aliceOfTheOtherPool().idToken();
        Map<String, String> inFirst = Map.of("firstpool", first, "secondpool", second);
        List<Asked> all = IntStream.range(0, REQUESTS)
                .mapToObj(i -> ask(i % 2 == 0 ? "firstpool" : "secondpool", path, i % 4 < 2 ? first : second))
                .toList();

        assertThat(all).allSatisfy(asked -> assertThat(asked.answer().join().status())
                .isEqualTo(inFirst.get(asked.war()).equals(asked.token()) ? 200 : 401));
        assertThat(all)
                .filteredOn(asked -> asked.answer().join().status() == 401)
                .hasSize(REQUESTS / 2);
        List<Map<String, String>> ofFirst = told(all, "firstpool");
        List<Map<String, String>> ofSecond = told(all, "secondpool");
        assertThat(ofFirst).hasSize(1);
        assertThat(ofSecond).hasSize(1);
        assertThat(ofFirst.get(0)).containsEntry("name", "alice").containsEntry("issuer", Cognito.ISSUER);
        assertThat(ofSecond.get(0))
                .containsEntry("name", "alice")
                .containsEntry("issuer", Cognito.ISSUER.replace("CognitoEE", "OtherPool"));
        assertThat(Stream.of("sub", "identityId", "accessKeyId"))
                .allSatisfy(key -> assertThat(ofFirst.get(0).get(key))
                        .isNotEqualTo(ofSecond.get(0).get(key)));
    }

    @Test
    void oneGoesOnWhenTheOtherIsUndeployed() {
        server.undeploy("secondpool");
        try {
            assertThat(ask("firstpool", "caller", Cognito.alice().idToken())
                            .answer()
                            .join()
                            .status())
                    .isEqualTo(200);
        } finally {
            server.deploy("secondpool");
        }
    }

    private Asked ask(String war, String path, String token) {
        return new Asked(
                war, token, Call.to(server.application(war), path).bearer(token).getAsync());
    }

    /** Each different answer, once. */
    private static List<Map<String, String>> told(List<Asked> all, String war) {
        return all.stream()
                .filter(asked -> asked.war().equals(war))
                .map(asked -> asked.answer().join())
                .filter(answer -> answer.status() == 200)
                .map(Answer::lines)
                .distinct()
                .toList();
    }
}
