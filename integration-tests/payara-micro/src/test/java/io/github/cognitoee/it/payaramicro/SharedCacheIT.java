package io.github.cognitoee.it.payaramicro;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.emulator.TokenRecipe;
import io.github.cognitoee.it.datagrid.GridResource;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.IdentityPools;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.sharedcache.SharedCacheApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two Payara Micro whose data grid is one: a caller whom one node knows costs the other no call of AWS. */
@TestMethodOrder(OrderAnnotation.class) // the last ones break the data grid
class SharedCacheIT {

    private static final String POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String KEYS = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final int CALLERS = 200;

    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int onePort = freePort();
        int otherPort = freePort();
        String grid = "--clustermode tcpip:127.0.0.1:" + onePort + ",127.0.0.1:" + otherPort
                + " --interfaces 127.0.0.1 --clustername shared-cache-" + onePort;
        one = Node.start("one", grid + " --startport " + onePort);
        other = Node.start("other", grid + " --startport " + otherPort);
        assertThat(other.get("nodes", "").body()).isEqualTo("2");
    }

    @AfterAll
    static void stop() throws IOException {
        for (Node node : new Node[] {one, other}) {
            if (node != null) {
                node.server().close();
            }
        }
    }

    @Test
    @Order(1)
    void callerKnownToOneNodeIsNoCallOfTheOther() {
        String token = Cognito.newcomer().idToken();
        Cognito.requests().reset();

        String key = one.key(token);

        assertThat(key).startsWith("ASIA");
        assertThat(other.key(token)).isEqualTo(key);
        assertThat(Cognito.requests().count("GetId")).isEqualTo(1);
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(1);
    }

    @Test
    @Order(1)
    void manyCallersKnownToOneNodeAreNoCallOfTheOther() {
        List<String> tokens = newcomers();
        List<String> keys = tokens.stream().map(one::key).toList();
        Cognito.requests().reset();

        assertThat(tokens.stream().map(other::key).toList()).isEqualTo(keys);
        assertThat(Cognito.requests().count("GetId")).isZero();
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isZero();
    }

    @Test
    @Order(1)
    void whoSignedOutAtOneNodeIsExchangedAnewAtTheOther() {
        String token = Cognito.newcomer().idToken();
        String key = one.key(token);

        assertThat(one.post("sign-out", token).body()).isEqualTo("signed out");

        assertThat(other.key(token)).startsWith("ASIA").isNotEqualTo(key);
    }

    @Test
    @Order(1)
    void whoWasRemovedFromAGroupIsGivenNothingOfTheOldRole() {
        String user = Cognito.newUser("users", "admins");
        String ofAdmin = one.key(Cognito.signIn(user));

        Cognito.removeFromGroup(user, "admins");
        String ofUser = other.key(Cognito.signIn(user));

        assertThat(IdentityPools.issued(ofAdmin).roleArn()).endsWith("/PhotoAlbumAdmins");
        assertThat(IdentityPools.issued(ofUser).roleArn()).endsWith("/PhotoAlbumUsers");
        assertThat(IdentityPools.issued(ofUser).identityId())
                .isEqualTo(IdentityPools.issued(ofAdmin).identityId());
    }

    /** The identity pool would give it none. */
    @Test
    @Order(1)
    void tokenOfAnotherAppClientIsGivenNothingOfWhatIsShared() {
        TokenRecipe somebody = Cognito.newcomer();
        one.key(somebody.idToken());
        other.key(somebody.idToken());
        other.key(Cognito.newcomer().idToken()); // it has seen the pool take tokens of the album, then

        Answer answer = other.get("key", somebody.client(Cognito.OTHER_CLIENT).idToken());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("CLIENT_UNKNOWN");
    }

    /** What lies on the other node's part of the data grid does not answer then, and fails in no time that callers would bear. */
    @Test
    @Order(2)
    void callersAreServedWhileTheOtherNodeHangs() throws Exception {
        signal(other, "STOP");
        try {
            try (Load load = Load.on(one)) {
                load.awaitAnswers(CALLERS);
                assertServedAsThemselves(load.end());
            }
        } finally {
            signal(other, "CONT");
        }
    }

    @Test
    @Order(3)
    void callersAreServedWhileTheDataGridIsShutDown() {
        try (Load load = Load.on(one, other)) {
            load.awaitAnswers(CALLERS);
            assertThat(one.post("terminate", "").body()).isEqualTo("terminated");
            load.awaitAnswers(CALLERS);
            assertThat(other.post("terminate", "").body()).isEqualTo("terminated");
            load.awaitAnswers(CALLERS);

            assertServedAsThemselves(load.end());
        }
    }

    /** As the identity pool itself, which the test asks, knows them. */
    private static void assertServedAsThemselves(List<Load.Served> served) {
        assertThat(served).extracting(call -> call.answer().status()).containsOnly(200);
        Map<String, String> identityIds = IdentityPools.identityIds(
                POOL, served.stream().map(Load.Served::token).toList());
        assertThat(served).allSatisfy(call -> assertThat(
                        IdentityPools.issued(call.answer().body()).identityId())
                .isEqualTo(identityIds.get(call.token())));
    }

    private static List<String> newcomers() {
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> Cognito.newcomer().idToken())
                .toList();
    }

    private static void signal(Node node, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(
                        "kill", "-" + name, String.valueOf(node.server().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A Payara Micro with the WAR. */
    record Node(ServerProcess server, URL war) {

        static Node start(String name, String grid) throws IOException, InterruptedException {
            Path target = Path.of(System.getProperty("cognito.test.target"));
            Path folder = Files.createDirectories(target.resolve("shared-cache-" + name));
            int port = freePort();
            PayaraMicroConfiguration configuration = new PayaraMicroConfiguration();
            configuration.setJar(target.resolve("payara-micro.jar").toString());
            configuration.setPort(port);
            configuration.setFolder(folder.toString());
            configuration.setJvmOptions("-Dcognito.endpoint=" + System.getProperty("cognito.test.endpoint")
                    + " -Dcognito.allow-endpoint-override=true"
                    + " -Dcognito.identity-pool.new-identities-per-second=10000"
                    + " -Dcognito.identity-pool.shared-cache.keys=" + KEYS);
            configuration.setOptions(grid + " --prebootcommandfile " + target.resolve("test-classes/data-grid.asadmin")
                    + " --logToFile " + folder.resolve("server.log"));
            ServerProcess server = ServerProcess.start(configuration);
            Path war = folder.resolve("sharedcache.war");
            Wars.of(SharedCacheApplication.class)
                    .addPackage(GridResource.class.getPackage())
                    .as(ZipExporter.class)
                    .exportTo(war.toFile(), true);
            assertThat(server.deploy(war)).containsExactly("sharedcache");
            return new Node(
                    server,
                    URI.create("http://127.0.0.1:" + port + "/sharedcache/").toURL());
        }

        String key(String token) {
            Answer answer = get("key", token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }

        Answer get(String path, String token) {
            return call(path, token).get();
        }

        Answer post(String path, String token) {
            return call(path, token).send("POST");
        }

        private Call call(String path, String token) {
            Call call = Call.to(war, "api/" + path);
            return token.isEmpty() ? call : call.bearer(token);
        }
    }
}
