package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.IssuedCredentials;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The photo album on Payara Micro with everything it needs on this machine: a local Cognito, a local S3 and a local
 * DynamoDB. Closing it stops whatever has started so far, from any thread; nothing starts after that.
 */
final class Demo implements AutoCloseable {

    private static final String BUCKET = "photo-album";
    private static final String TABLE = "photo-album";
    private static final String REGION = "eu-west-1";

    /** Held here, or its level would be collected with it. */
    private static final Logger EMULATOR_LOG = Logger.getLogger(CognitoEmulator.class.getPackageName());

    private final DemoOptions options;
    private final PrintStream progress;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    Demo(DemoOptions options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] arguments) throws InterruptedException {
        EMULATOR_LOG.setLevel(Level.WARNING);
        try {
            Demo demo = new Demo(DemoOptions.ofSystemProperties(), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
            demo.run();
        } catch (DemoFailure e) {
            System.err.println("Demo: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Starts, tells what to try, and returns when it has been closed. */
    private void run() throws InterruptedException {
        try {
            Running running = start();
            progress.println(new Walkthrough(running.album(), running.cognito()).text());
            running.server().awaitEnd();
        } catch (DemoFailure e) {
            if (!isClosed()) {
                throw e;
            }
        }
    }

    /**
     * Where everything is.
     *
     * @param album the photo album
     * @param cognito the local Cognito
     * @param s3 the local S3
     */
    record Running(URI album, URI cognito, URI s3, PayaraMicro server) {}

    /**
     * Starts everything and returns when the photo album answers.
     *
     * @throws DemoFailure if something does not start; what has started is then still to be closed
     */
    Running start() throws InterruptedException {
        int emulatorPort = LoopbackPort.free(options.emulatorPort(), "emulator.port");
        int port = LoopbackPort.free(options.port(), "demo.port");

        URI album = URI.create("http://localhost:" + port + "/");

        CognitoEmulator cognito = start(() -> LocalCognito.start(emulatorPort, album));
        progress.println("Local Cognito    " + cognito.endpoint());

        LocalS3 s3 = start(
                () -> LocalS3.start(BUCKET, accessKeyId -> secretOf(cognito, accessKeyId), request -> cognito.iam()
                        .decide(request)
                        .isAllowed()));
        progress.println("Local S3         " + s3.endpoint() + ", bucket " + BUCKET);

        LocalDynamoDb dynamoDb =
                start(() -> LocalDynamoDb.start(AlbumTable.named(TABLE), REGION, cognito::credentials));
        progress.println("Local DynamoDB   " + dynamoDb.endpoint() + ", table " + TABLE);

        Path directory = options.emptiedDirectory();
        Map<String, String> settings = new HashMap<>(managedLogin(album, cognito.domain()));
        settings.putAll(services(cognito.endpoint(), s3.endpoint(), dynamoDb.endpoint()));
        PayaraMicro server = start(() -> PayaraMicro.start(
                options.serverFile("payara-micro.jar"),
                options.serverFile("photo-album.war"),
                port,
                settings,
                directory));
        progress.println("Payara Micro     starting, log in " + server.log());
        server.awaitReady();
        return new Running(album, cognito.endpoint(), s3.endpoint(), server);
    }

    /** Where people sign in, and come back to. */
    private static Map<String, String> managedLogin(URI album, URI domain) {
        byte[] cookieKey = new byte[32];
        new SecureRandom().nextBytes(cookieKey);
        return Map.of(
                "cognito.managed-login.endpoint",
                domain.toString(),
                "cognito.session.base-url",
                album.toString().replaceFirst("/$", ""),
                "cognito.session.cookie-keys",
                Base64.getEncoder().encodeToString(cookieKey));
    }

    /** Where the services are that would else be AWS's own. */
    private static Map<String, String> services(URI cognito, URI s3, URI dynamoDb) {
        return Map.of(
                "cognito.endpoint",
                cognito.toString(),
                "cognito.allow-endpoint-override",
                "true",
                "photo-album.bucket",
                BUCKET,
                "photo-album.table",
                TABLE,
                "aws.region",
                REGION,
                "aws.endpointUrlS3",
                s3.toString(),
                "aws.endpointUrlDynamoDb",
                dynamoDb.toString(),
                "aws.endpointUrlSts",
                cognito.toString(),
                // S3Proxy does not know the signed trailing checksums that the SDK sends unasked
                "aws.requestChecksumCalculation",
                "when_required");
    }

    /** Starts the next part, unless the demo is being closed; never half of each. */
    private synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
        if (closed) {
            throw new DemoFailure("stopped while starting");
        }
        T running = part.get();
        started.push(running);
        return running;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("Demo: " + e.getMessage());
            }
        }
    }

    private static Optional<String> secretOf(CognitoEmulator cognito, String accessKeyId) {
        return cognito.credentials(accessKeyId)
                .filter(issued -> issued.expiresAt().isAfter(Instant.now()))
                .map(IssuedCredentials::secretAccessKey);
    }
}
