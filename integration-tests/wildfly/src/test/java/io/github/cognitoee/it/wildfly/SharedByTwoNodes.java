package io.github.cognitoee.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoee.BearerTokens;
import io.github.cognitoee.it.generations.GenerationListener;
import io.github.cognitoee.it.harness.Answer;
import io.github.cognitoee.it.harness.Call;
import io.github.cognitoee.it.harness.Cognito;
import io.github.cognitoee.it.harness.RunningServer;
import io.github.cognitoee.it.harness.Wars;
import io.github.cognitoee.it.sharedcache.NodeResource;
import io.github.cognitoee.it.sharedcache.SharedCacheApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One application under two names on one server, two class loaders and so two nodes, each with a provider of JCache in the WAR:
 * a caller whom one knows costs the other no call of AWS.
 */
@TestInstance(Lifecycle.PER_CLASS) // the nodes run until a test undeploys them
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
abstract class SharedByTwoNodes {

    static final String ONE = "one";
    static final String OTHER = "other";

    private static final Map<String, String> CONFIGURATION = Map.of(
            "cognito.identity-pool.shared-cache.keys", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "cognito.identity-pool.new-identities-per-second", "10000");
    private static final int CALLERS = 20;

    /** As it stands in a configuration; tests that run at the same time have others. */
    private static final Pattern PORT = Pattern.compile("\\b(780|570)[0-9]\\b");

    /** A provider starts in its time, and those who wait for it are served without. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String provider;
    private final Pattern threads;
    private final Set<String> deployed = new TreeSet<>();
    private boolean started;

    @ArquillianResource
    @OperateOnDeployment("witness")
    private URL witness;

    @ArquillianResource
    private Deployer deployer;

    /**
     * @param provider as in the names of the WARs
     * @param threads the names of those that it starts
     */
    SharedByTwoNodes(String provider, Pattern threads) {
        this.provider = provider;
        this.threads = threads;
    }

    /**
     * @param provider also names its jars, and its configuration
     * @param caches of the package that is added
     */
    static WebArchive node(String provider, String name, Class<?> caches) {
        String configuration = provider + ".xml";
        return Wars.of(provider + "-" + name, CONFIGURATION, SharedCacheApplication.class, NodeResource.class)
                .addPackage(caches.getPackage())
                .addPackage(GenerationListener.class.getPackage())
                .addAsLibraries(Wars.jars("cognito.test." + provider + "-libs"))
                .addAsResource(new StringAsset(onFreePorts(configuration)), configuration);
    }

    private static String onFreePorts(String configuration) {
        int offset = Integer.getInteger("cognito.test.port-offset");
        try (InputStream stream = SharedByTwoNodes.class.getResourceAsStream("/sharedcache/" + configuration)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return PORT.matcher(text).replaceAll(port -> String.valueOf(Integer.parseInt(port.group()) + offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the first test: Arquillian gives the deployer to tests, not to what is done before all. */
    @BeforeEach
    void deployOnce() {
        if (!started) {
            started = true;
            for (String node : List.of(ONE, OTHER)) {
                server().deploy(node);
                deployed.add(node);
            }
            untilBothShare();
        }
    }

    @AfterAll
    void undeploy() {
        List.copyOf(deployed).forEach(this::undeploy);
    }

    private void undeploy(String node) {
        deployed.remove(node);
        server().undeploy(node);
    }

    /** Who asks before both have opened their caches is served by AWS. */
    private void untilBothShare() {
        assertThat(once(shared -> shared, () -> isShared(Cognito.newcomer().idToken())))
                .as("something is shared, see the server's log")
                .isTrue();
    }

    private boolean isShared(String token) {
        return key(ONE, token).equals(key(OTHER, token));
    }

    @Test
    @Order(1)
    void callersKnownToOneNodeAreNoCallOfTheOther() {
        List<String> tokens = newcomers();
        Cognito.requests().reset();

        List<String> keys = tokens.stream().map(token -> key(ONE, token)).toList();

        assertThat(keys).allMatch(key -> key.startsWith("ASIA")).doesNotHaveDuplicates();
        assertThat(tokens.stream().map(token -> key(OTHER, token)).toList()).isEqualTo(keys);
        assertThat(Cognito.requests().count("GetId")).isEqualTo(CALLERS);
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isEqualTo(CALLERS);
    }

    @Test
    @Order(1)
    void whoSignedOutAtOneNodeIsExchangedAnewAtTheOther() {
        String leaving = Cognito.newcomer().idToken();
        String staying = Cognito.newcomer().idToken();
        String keyOfLeaving = key(ONE, leaving);
        String keyOfStaying = key(ONE, staying);

        assertThat(call(ONE, "sign-out", leaving).send("POST").body()).isEqualTo("signed out");

        assertThat(key(OTHER, leaving)).startsWith("ASIA").isNotEqualTo(keyOfLeaving);
        assertThat(key(OTHER, staying)).isEqualTo(keyOfStaying);
    }

    @Test
    @Order(2)
    void whoWasKnownToANodeThatIsUndeployedIsStillNoCallOfTheOther() {
        List<String> tokens = newcomers();
        List<String> keys = tokens.stream().map(token -> key(ONE, token)).toList();
        assertThat(heldByThreads(ONE)).isNotEqualTo("[]");
        Cognito.requests().reset();

        undeploy(ONE);

        assertThat(tokens.stream().map(token -> key(OTHER, token)).toList()).isEqualTo(keys);
        assertThat(Cognito.requests().count("GetId")).isZero();
        assertThat(Cognito.requests().count("GetCredentialsForIdentity")).isZero();
        assertThat(once("[]"::equals, () -> heldByThreads(ONE))).isEqualTo("[]");
        assertThat(newcomers())
                .allSatisfy(token -> assertThat(key(OTHER, token)).startsWith("ASIA"));
    }

    @Test
    @Order(3)
    void nothingOfTheProviderOutlivesTheApplication() {
        assertThat(threadsOfTheProvider()).isNotEmpty();

        undeploy(OTHER);

        assertThat(once(List::isEmpty, this::threadsOfTheProvider)).isEmpty();
        assertThat(once("[]"::equals, () -> heldByThreads(OTHER))).isEqualTo("[]");
    }

    /** What is seen when it is as expected, or patience ends: threads that are told to end do so in their time. */
    private static <T> T once(Predicate<T> expected, Supplier<T> look) {
        Instant patience = Instant.now().plus(PATIENCE);
        T seen = look.get();
        while (!expected.test(seen) && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
        return seen;
    }

    /** The names of those that have the class loader of the node. */
    private String heldByThreads(String node) {
        return server().figures(provider + "-" + node, BearerTokens.class).get("heldByThreads");
    }

    private List<String> threadsOfTheProvider() {
        return Call.to(witness, "threads")
                .get()
                .body()
                .lines()
                .filter(threads.asPredicate())
                .toList();
    }

    private static List<String> newcomers() {
        return Stream.generate(() -> Cognito.newcomer().idToken())
                .limit(CALLERS)
                .toList();
    }

    private String key(String node, String token) {
        Answer answer = call(node, "key", token).get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Call call(String node, String path, String token) {
        return Call.to(server().application(provider + "-" + node), "api/" + path)
                .bearer(token);
    }

    private RunningServer server() {
        return new RunningServer(witness, deployer);
    }
}
