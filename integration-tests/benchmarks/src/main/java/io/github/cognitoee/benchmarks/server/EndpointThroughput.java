package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.benchmarks.tokens.Workload;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.TokenRecipe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Requests per second of one REST endpoint behind four kinds of security, all on one server at the same time. */
public final class EndpointThroughput {

    private static final String COGNITO = "/cognito/api/hello";
    private static final String NO_OP = "/noop/api/hello";
    private static final String MP_JWT = "/mpjwt/api/hello";
    private static final String OPEN = "/open/api/hello";
    private static final List<String> PATHS = List.of(COGNITO, NO_OP, MP_JWT, OPEN);
    private static final int CALLERS = 64;
    private static final int CONNECTIONS = 8;

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
        Rates rates = new Load(options, CONNECTIONS).drive(server.port(), questions());
        PATHS.forEach(path -> report.addMeasurement(name + " " + path, rates.median(path), "requests/s"));
        String what = "bearer endpoint / " + name + " / requests per second over those ";
        report.add(what + "behind a no-op mechanism", rates.ratio(COGNITO, NO_OP), Budget.atLeast(0.97));
        report.add(what + "behind the server's MP-JWT", rates.ratio(COGNITO, MP_JWT), Budget.above(1));
        report.add(what + "without security", rates.ratio(COGNITO, OPEN), Budget.NONE);
    }

    private List<Question> questions() {
        List<String> tokens = Stream.generate(
                        () -> Workload.mpJwtCaller(emulator).accessToken())
                .limit(CALLERS)
                .toList();
        return PATHS.stream()
                .flatMap(path -> tokens.stream().map(token -> question(path, token)))
                .toList();
    }

    private static Question question(String path, String token) {
        return new Question(path, "Authorization: Bearer " + token, "hello");
    }

    /** What would not refuse must not be compared with what does. */
    private void checkSecurity(int port) throws IOException {
        TokenRecipe caller = Workload.mpJwtCaller(emulator);
        String valid = caller.accessToken();
        String forged = caller.signedWithForeignKey().accessToken();
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            for (String path : PATHS) {
                Question question = question(path, valid);
                connection.ask(question.request(port)).requireGood(question);
            }
            for (String path : List.of(COGNITO, MP_JWT)) {
                int status =
                        connection.ask(question(path, forged).request(port)).status();
                if (status != 401) {
                    throw new IllegalStateException(path + " answered a forged token " + status + ", expected 401");
                }
            }
        }
    }
}
