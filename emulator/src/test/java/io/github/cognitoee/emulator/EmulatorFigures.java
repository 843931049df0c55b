package io.github.cognitoee.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the standalone emulator from outside: how long until it is ready, what memory it takes, how many calls it answers.
 * Needs nothing but the JDK, and {@code /proc} for the memory:
 *
 * <pre>{@code
 * mvn -pl emulator -am package -DskipTests
 * java emulator/src/test/java/io/github/cognitoee/emulator/EmulatorFigures.java \
 *     emulator/target/cognito-ee-emulator-standalone.jar
 * }</pre>
 */
final class EmulatorFigures {

    private static final int STARTS = 9;
    private static final int CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final String IDENTITY_POOL = "eu-west-1:c0911170-ee00-4000-8000-000000000001";
    private static final String PROVIDER = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_CognitoEE";
    private static final String SIGN_IN =
            """
            {"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"demo0client0of0photo0album",\
            "AuthParameters":{"USERNAME":"alice","PASSWORD":"Alice-Passw0rd"}}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;

    private EmulatorFigures(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        System.out.printf(
                "load before: %s%n", Files.readString(Path.of("/proc/loadavg")).strip());
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (Program program = Program.start(jar)) {
                starts.add(program.seconds());
            }
        }
        starts.sort(null);
        System.out.printf("seconds until ready: median %.2f, of %s%n", starts.get(STARTS / 2), starts);
        try (Program program = Program.start(jar)) {
            System.out.printf("resident when ready: %s%n", program.resident());
            new EmulatorFigures(program.endpoint()).measure();
            System.out.printf("resident after that: %s%n", program.resident());
        }
        System.out.printf(
                "load after: %s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private void measure() throws Exception {
        String tokens = client.send(
                        HttpRequest.newBuilder(endpoint.resolve("/dev/tokens/alice"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        String logins = "{\"" + PROVIDER + "\":\"" + member(tokens, "id_token") + "\"}";
        String identity = member(
                call(
                        "AWSCognitoIdentityService.GetId",
                        "{\"IdentityPoolId\":\"" + IDENTITY_POOL + "\",\"Logins\":" + logins + "}"),
                "IdentityId");
        measure("AWSCognitoIdentityProviderService.InitiateAuth", SIGN_IN);
        measure(
                "AWSCognitoIdentityService.GetCredentialsForIdentity",
                "{\"IdentityId\":\"" + identity + "\",\"Logins\":" + logins + "}");
    }

    private void measure(String target, String body) throws Exception {
        run(target, body, WARM_UP);
        long begin = System.nanoTime();
        long calls = run(target, body, MEASURED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %.0f calls/s with %d clients%n",
                target.substring(target.indexOf('.') + 1), calls / seconds, CLIENTS);
    }

    private long run(String target, String body, Duration duration) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Long>> counts = new ArrayList<>();
        long end = System.nanoTime() + duration.toNanos();
        for (int i = 0; i < CLIENTS; i++) {
            counts.add(clients.submit(() -> {
                long calls = 0;
                for (; System.nanoTime() < end; calls++) {
                    call(target, body);
                }
                return calls;
            }));
        }
        long calls = 0;
        for (Future<Long> count : counts) {
            calls += count.get();
        }
        clients.shutdown();
        return calls;
    }

    private String call(String target, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(endpoint)
                        .header("X-Amz-Target", target)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(target + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String member(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("no " + name);
        }
        return value.group(1);
    }

    /** A running emulator, and how long it took to get there. */
    private record Program(Process process, URI endpoint, double seconds) implements AutoCloseable {

        static Program start(Path jar) throws IOException {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar.toString(),
                            "--port",
                            "0")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            double seconds = (System.nanoTime() - begin) / 1e9;
            Matcher ready = Pattern.compile("ready at (http://\\S+)").matcher(String.valueOf(line));
            if (!ready.find()) {
                process.destroy();
                throw new IOException("the emulator did not start: " + line);
            }
            return new Program(process, URI.create(ready.group(1)), Math.round(seconds * 100) / 100.0);
        }

        String resident() throws IOException {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.substring("VmRSS:".length()).strip())
                    .findFirst()
                    .orElse("unknown");
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
