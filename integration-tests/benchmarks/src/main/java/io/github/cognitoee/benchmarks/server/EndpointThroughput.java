package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Median;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.benchmarks.tokens.Workload;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.TokenRecipe;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests per second of one REST endpoint behind four kinds of security, all on one server at the same time. */
public final class EndpointThroughput {

    private static final String COGNITO = "/cognito/api/hello";
    private static final String NO_OP = "/noop/api/hello";
    private static final String MP_JWT = "/mpjwt/api/hello";
    private static final String OPEN = "/open/api/hello";
    private static final List<String> PATHS = List.of(COGNITO, NO_OP, MP_JWT, OPEN);
    private static final int CALLERS = 64;

    private final Options options;
    private final CognitoEmulator emulator;
    private final Report report;

    public EndpointThroughput(Options options, CognitoEmulator emulator, Report report) {
        this.options = options;
        this.emulator = emulator;
        this.report = report;
    }

    public void measure() throws IOException, InterruptedException {
        Wars builder = new Wars(options);
        List<Path> wars = List.of(
                builder.cognito(), builder.noOp(), builder.mpJwt(Workload.accessTokenKey(emulator)), builder.open());
        URI cognito = emulator.endpoint();
        try (PayaraMicro server = PayaraMicro.start(options, cognito, wars)) {
            measure("Payara Micro", server);
        }
        try (WildFly server = WildFly.start(options, cognito, wars)) {
            measure("WildFly", server);
        }
    }

    private void measure(String name, ApplicationServer server) throws IOException, InterruptedException {
        server.awaitReady();
        checkSecurity(server.port());
        Report.progress("bearer endpoint: " + name + " is under load");
        Map<String, List<Double>> rates = drive(server.port());
        Map<String, Double> medians = new LinkedHashMap<>();
        rates.forEach((path, figures) -> medians.put(path, Median.of(figures)));
        medians.forEach((path, rate) -> report.addMeasurement(name + " " + path, rate, "requests/s"));
        double ours = medians.get(COGNITO);
        String what = "bearer endpoint / " + name + " / requests per second over those ";
        report.add(what + "behind a no-op mechanism", ours / medians.get(NO_OP), Budget.atLeast(0.97));
        report.add(what + "behind the server's MP-JWT", ours / medians.get(MP_JWT), Budget.above(1));
        report.add(what + "without security", ours / medians.get(OPEN), Budget.NONE);
    }

    /** What would not refuse must not be compared with what does. */
    private void checkSecurity(int port) throws IOException {
        TokenRecipe caller = Workload.mpJwtCaller(emulator);
        String valid = caller.accessToken();
        String forged = caller.signedWithForeignKey().accessToken();
        for (String path : PATHS) {
            expect(200, port, path, valid);
        }
        expect(401, port, COGNITO, forged);
        expect(401, port, MP_JWT, forged);
    }

    private static void expect(int status, int port, String path, String token) throws IOException {
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            int found = connection.ask(KeepAliveConnection.request(port, path, token));
            if (found != status) {
                throw new IllegalStateException(path + " answered " + found + ", expected " + status);
            }
        }
    }

    private Map<String, List<Double>> drive(int port) throws IOException, InterruptedException {
        Path tokens = Files.write(
                options.directory().resolve("endpoint-tokens"),
                Stream.generate(() -> Workload.mpJwtCaller(emulator).accessToken())
                        .limit(CALLERS)
                        .toList());
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "-Xmx256m",
                "-classpath",
                System.getProperty("java.class.path"),
                LoadDriver.class.getName(),
                String.valueOf(port),
                tokens.toString(),
                String.valueOf(options.choose(2, 10)),
                String.valueOf(options.choose(2, 7)),
                String.valueOf(options.choose(1, 3))));
        command.addAll(PATHS);
        Process driver = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = driver.inputReader()) {
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                double rate = Double.parseDouble(words[1]);
                Report.progress("%s: %.0f requests/s".formatted(words[0], rate));
                rates.computeIfAbsent(words[0], path -> new ArrayList<>()).add(rate);
            }
            if (driver.waitFor() != 0) {
                throw new IllegalStateException("the load driver ended with " + driver.exitValue());
            }
            return rates;
        } finally {
            driver.destroy();
        }
    }
}
