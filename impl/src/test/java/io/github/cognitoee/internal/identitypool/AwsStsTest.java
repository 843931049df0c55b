package io.github.cognitoee.internal.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitoee.IdentityPoolRefusal;
import io.github.cognitoee.IdentityPoolRefusedException;
import io.github.cognitoee.internal.config.ClassicConfig;
import io.github.cognitoee.internal.config.IdentityPoolConfig;
import io.github.cognitoee.internal.config.Region;
import io.github.cognitoee.internal.identitypool.OpenIdTokens.OpenIdToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** An STS of XML on loopback, in this JVM: while it is asked, it sees the thread that asks. */
@Timeout(60)
class AwsStsTest {

    private static final String IDENTITY = "eu-west-1:1f0a6e2c-0000-4000-8000-000000000002";
    private static final String REPORTS = "arn:aws:iam::123456789012:role/Reports";
    private static final String ARN = "arn:aws:sts::123456789012:assumed-role/Reports/jane";
    private static final String THREAD = "cognito-ee-sts";

    private final CompletableFuture<List<Thread>> askers = new CompletableFuture<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final ExecutorService threadsOfServer = Executors.newCachedThreadPool();

    private volatile int status = 200;
    private volatile String body = "";
    private HttpServer server;
    private AwsSts sts;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threadsOfServer);
        server.createContext("/", this::answer);
        server.start();
        sts = new AwsSts(
                IdentityPoolConfig.of("eu-west-1:1f0a6e2c-0000-4000-8000-000000000001", new Region("eu-west-1"))
                        .stsEndpoint(Optional.of(URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort())))
                        .classic(Optional.of(new ClassicConfig(
                                Optional.empty(), Optional.empty(), Duration.ofHours(1), Optional.empty())))
                        .build());
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        sts.close();
        server.stop(0);
        threadsOfServer.shutdownNow();
        assertThat(Thread.interrupted()).as("left over").isFalse();
    }

    @Test
    void theCallersArnIsReadOnAThreadThatEnds() throws Exception {
        answering(callerIdentity());

        assertThat(callerArn()).isEqualTo(ARN);

        assertThatTheAskerWasAThreadThatEnds();
    }

    @Test
    void credentialsOfARoleAreReadOnAThreadThatEnds() throws Exception {
        answering(
                """
                <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <AssumeRoleWithWebIdentityResult>
                    <Credentials>
                      <AccessKeyId>ASIAEXAMPLE</AccessKeyId>
                      <SecretAccessKey>secret</SecretAccessKey>
                      <SessionToken>session</SessionToken>
                      <Expiration>2026-01-01T01:00:00Z</Expiration>
                    </Credentials>
                  </AssumeRoleWithWebIdentityResult>
                </AssumeRoleWithWebIdentityResponse>
                """);

        IssuedCredentials issued = assume();

        assertThat(issued.identityId()).isEqualTo(IDENTITY);
        assertThat(issued.credentials().accessKeyId()).isEqualTo("ASIAEXAMPLE");
        assertThat(issued.expiresAt()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
        assertThatTheAskerWasAThreadThatEnds();
    }

    @Test
    void soAreRefusalsWhichAreToldWithoutWhatStsAnsweredWhole() throws Exception {
        status = 403;
        answering(
                """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>no such token</Message></Error>
                </ErrorResponse>
                """);

        assertThatThrownBy(this::assume)
                .isInstanceOfSatisfying(IdentityPoolRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(IdentityPoolRefusal.OTHER))
                .hasMessage("STS refused AssumeRoleWithWebIdentity of role " + REPORTS
                        + ": InvalidIdentityToken: no such token.")
                .hasNoCause();
        assertThatTheAskerWasAThreadThatEnds();
    }

    @Test
    void thatThreadHasTheContextClassLoaderOfWhoeverAsks() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(application);
            body = callerIdentity();
            CompletableFuture<ClassLoader> found =
                    askers.thenApply(threads -> threads.get(0).getContextClassLoader());
            found.thenRun(mayAnswer::countDown);

            callerArn();

            assertThat(found.join()).isSameAs(application);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whoeverIsInterruptedDoesNotWaitForTheAnswer() throws Exception {
        body = callerIdentity();
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Boolean> staysInterrupted = new CompletableFuture<>();
        CompletableFuture<String> told = CompletableFuture.supplyAsync(
                () -> {
                    waiting.complete(Thread.currentThread());
                    try {
                        return callerArn();
                    } finally {
                        staysInterrupted.complete(Thread.interrupted());
                    }
                },
                threadsOfServer);
        Thread asker = askers.join().get(0);

        waiting.join().interrupt();

        assertThatThrownBy(told::join)
                .cause()
                .isInstanceOf(InterruptedCallException.class)
                .hasMessage("The thread was interrupted while it was asking for GetCallerIdentity");
        assertThat(staysInterrupted.join()).isTrue();
        assertThat(mayAnswer.getCount()).as("not answered").isEqualTo(1);
        mayAnswer.countDown();
        assertThatEnds(asker);
    }

    @Test
    void nobodyIsAskedOnceTheApplicationGoes() {
        sts.close();

        assertThatThrownBy(this::callerArn)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the application is being undeployed");
        assertThat(askers).isNotDone();
    }

    private void answering(String xml) {
        body = xml;
        mayAnswer.countDown();
    }

    private String callerArn() {
        return sts.callerArn(AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "session"));
    }

    private IssuedCredentials assume() {
        return sts.assume(REPORTS, new OpenIdToken(IDENTITY, "token"));
    }

    private static String callerIdentity() {
        return """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <GetCallerIdentityResult><Arn>%s</Arn></GetCallerIdentityResult>
                </GetCallerIdentityResponse>
                """
                .formatted(ARN);
    }

    private void assertThatTheAskerWasAThreadThatEnds() throws InterruptedException {
        assertThat(askers.join()).singleElement().satisfies(asker -> {
            assertThat(asker.getName()).isEqualTo(THREAD);
            assertThat(asker.isDaemon()).isTrue();
        });
        assertThatEnds(askers.join().get(0));
    }

    private static void assertThatEnds(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(thread.isAlive()).isFalse();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            askers.complete(threadsInClientsOfSts());
            mayAnswer.await();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Thread> threadsInClientsOfSts() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("software.amazon.awssdk.services.sts.")))
                .map(Map.Entry::getKey)
                .toList();
    }
}
