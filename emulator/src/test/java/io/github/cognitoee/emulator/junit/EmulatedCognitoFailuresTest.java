package io.github.cognitoee.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.TokenMinter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Test classes that are wrong, fail or run side by side, run by a JUnit of their own. */
class EmulatedCognitoFailuresTest {

    @EmulatedCognito(users = {@TestUser(name = "alice"), @TestUser(name = "alice")})
    static class TwoOfOneName extends OneTest {}

    @EmulatedCognito(groups = @TestGroup(name = "users"), users = @TestUser(name = "alice", groups = "admins"))
    static class UnknownGroup extends OneTest {}

    @EmulatedCognito(groups = @TestGroup(name = "users", role = "Admins"))
    static class RoleWithoutArn extends OneTest {}

    @EmulatedCognito(pool = "Orders")
    static class PoolWithoutRegion extends OneTest {}

    @EmulatedCognito(pool = "eu-west-1_or ders")
    static class PoolWithABlank extends OneTest {}

    @EmulatedCognito(clients = {"web", "mobile app"})
    static class ClientWithABlank extends OneTest {}

    @EmulatedCognito(users = @TestUser(name = "alice", attributes = "email"))
    static class AttributeWithoutValue extends OneTest {}

    @EmulatedCognito(identityPool = "orders")
    static class IdentityPoolWithoutRegion extends OneTest {}

    @EmulatedCognito(config = "missing.json")
    static class MissingFile extends OneTest {}

    @EmulatedCognito(config = "wrong-config.json")
    static class WrongFile extends OneTest {}

    @EmulatedCognito(config = "wrong-config.json", clients = "web")
    static class FileAndMembers extends OneTest {}

    static Stream<Arguments> wrongAnnotations() {
        return Stream.of(
                Arguments.of(TwoOfOneName.class, "users[1]: the username \"alice\" is taken already"),
                Arguments.of(
                        UnknownGroup.class,
                        "users[0].groups[0]: user pool eu-west-1_CognitoEE has no group \"admins\""),
                Arguments.of(RoleWithoutArn.class, "groups[0].role: found \"Admins\", expected the ARN of an IAM role"),
                Arguments.of(
                        PoolWithoutRegion.class,
                        "pool: found \"Orders\", expected <region>_<name> such as eu-west-1_Orders"),
                Arguments.of(
                        PoolWithABlank.class,
                        "pool: found \"eu-west-1_or ders\", expected eu-west-1_ and letters or digits"),
                Arguments.of(
                        ClientWithABlank.class,
                        "clients[1]: found \"mobile app\", expected 1 to 128 letters, digits, _ or +"),
                Arguments.of(AttributeWithoutValue.class, "users[0].attributes: found \"email\", expected name=value"),
                Arguments.of(
                        IdentityPoolWithoutRegion.class,
                        "identityPool: found \"orders\", expected eu-west-1: and a UUID in lower case"),
                Arguments.of(MissingFile.class, "config: there is no \"missing.json\" on the class path"),
                Arguments.of(
                        WrongFile.class,
                        "config: \"wrong-config.json\": $.userPools: at least one user pool is needed (line 4)"),
                Arguments.of(
                        FileAndMembers.class,
                        "config: stands beside other members, which it replaces; leave either out"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnnotations")
    void whatIsWrongIsToldByClassAndMemberBeforeAnyTest(Class<?> testClass, String problem) {
        EngineExecutionResults results = run(testClass);

        assertThat(failures(results))
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("@EmulatedCognito of " + testClass.getName() + ": " + problem);
        assertThat(results.testEvents().started().count()).isZero();
    }

    @EmulatedCognito
    static class FieldOfAnotherType {
        @Emulated
        String token;

        @Test
        void test() {}
    }

    @EmulatedCognito
    static class FinalField {
        @Emulated
        final TokenMinter tokens = null;

        @Test
        void test() {}
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of(
                        FieldOfAnotherType.class,
                        ".token: found type String, expected one of CognitoEmulator, Faults, Iam, LoginProviders,"
                                + " MovableClock, Outbox, RequestCounts, Risks, TokenMinter, Triggers, URI"),
                Arguments.of(FinalField.class, ".tokens: the field is final"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFields")
    void aFieldThatCannotBeSetIsToldByName(Class<?> testClass, String problem) {
        assertThat(failures(run(testClass)))
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("@Emulated of " + testClass.getName() + problem);
    }

    private static final Set<URI> STARTED = ConcurrentHashMap.newKeySet();

    @EmulatedCognito
    static class FailingTest {
        @Test
        void fails(CognitoEmulator emulator) {
            STARTED.add(emulator.endpoint());
            throw new AssertionError("as planned");
        }
    }

    @Test
    void theEmulatorOfAFailingTestIsClosed() {
        STARTED.clear();

        assertThat(failures(run(FailingTest.class)))
                .singleElement()
                .hasToString("java.lang.AssertionError: as planned");
        assertThat(STARTED).hasSize(1).allSatisfy(EmulatedCognitoFailuresTest::assertClosed);
    }

    @EmulatedCognito
    @Execution(CONCURRENT)
    static class SideBySide {

        /** Opens when both tests are under way. */
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Emulated
        private CognitoEmulator ofTheTest;

        @Test
        void one(CognitoEmulator emulator) throws Exception {
            meet(emulator);
        }

        @Test
        void other(CognitoEmulator emulator) throws Exception {
            meet(emulator);
        }

        private void meet(CognitoEmulator emulator) throws Exception {
            assertThat(emulator).isSameAs(ofTheTest);
            BOTH.await(1, TimeUnit.MINUTES);
            STARTED.add(emulator.endpoint());
            BOTH.await(1, TimeUnit.MINUTES);
            assertThat(STARTED).hasSize(2);
        }
    }

    @Test
    void concurrentTestsHaveAnEmulatorEach() {
        STARTED.clear();

        assertThat(failures(run(SideBySide.class))).isEmpty();
        assertThat(STARTED).hasSize(2).allSatisfy(EmulatedCognitoFailuresTest::assertClosed);
    }

    @EmulatedCognito
    @Execution(CONCURRENT)
    static class SideBySideWithOneForAll extends OneTest {
        @Emulated
        static CognitoEmulator ofTheClass;
    }

    @EmulatedCognito
    @Execution(CONCURRENT)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SideBySideInOneInstance extends OneTest {
        @Emulated
        CognitoEmulator ofWhichTest;
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(
                        SideBySideWithOneForAll.class,
                        "something was asked of one for the whole class: by a static field, a constructor, @BeforeAll"
                                + " or systemProperties. Let the tests run in @Execution(SAME_THREAD), or ask in the tests"
                                + " alone"),
                Arguments.of(
                        SideBySideInOneInstance.class,
                        "they share one instance and so its @Emulated fields; take parameters instead"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void concurrentTestsCannotShareWhatTheyChange(Class<?> testClass, String problem) {
        assertThat(failures(run(testClass)))
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("@EmulatedCognito of " + testClass.getName()
                        + ": its tests run concurrently, each with an emulator of its own, but " + problem);
    }

    @EmulatedCognito(systemProperties = true)
    static class WithSystemProperties {

        @Test
        void hasTheConfiguration(CognitoEmulator emulator) {
            assertConfigured(emulator);
        }

        @Nested
        class InsideOfIt {
            @Test
            void hasItToo(CognitoEmulator emulator) {
                assertConfigured(emulator);
            }
        }

        private static void assertConfigured(CognitoEmulator emulator) {
            assertThat(emulator.configuration()).isNotEmpty().allSatisfy((key, value) -> assertThat(
                            System.getProperty(key))
                    .isEqualTo(value));
        }
    }

    @Test
    void systemPropertiesAreSetForTheClassAndPutBackAfterIt() {
        System.setProperty("cognito.user-pool.id", "what stood there before");
        try {
            EngineExecutionResults results = run(WithSystemProperties.class);

            assertThat(failures(results)).isEmpty();
            assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
            assertThat(System.getProperty("cognito.user-pool.id")).isEqualTo("what stood there before");
            assertThat(System.getProperty("cognito.endpoint")).isNull();
        } finally {
            System.clearProperty("cognito.user-pool.id");
        }
    }

    /** A test that asks for nothing. */
    abstract static class OneTest {
        @Test
        void test() {}
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute();
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    private static void assertClosed(URI endpoint) {
        try {
            endpoint.toURL().openStream().close();
            throw new AssertionError(endpoint + " still answers");
        } catch (ConnectException closed) {
            // as it should be
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
