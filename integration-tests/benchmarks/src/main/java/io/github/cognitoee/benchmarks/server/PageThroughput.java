package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.benchmarks.tokens.Workload;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.emulator.EmulatorConfig.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;

/**
 * Requests per second of one page of somebody who has signed in, by the library and by Jakarta Security's OpenID Connect
 * mechanism, and of the same page without security; all on one server at the same time.
 */
public final class PageThroughput {

    private static final String OPEN = "/page-open/hello";
    private static final String SESSION = "/page-session/hello";
    private static final String COOKIE = "/page-cookie/hello";
    private static final String OPENID = "/page-openid/hello";
    private static final List<String> PROTECTED = List.of(SESSION, COOKIE, OPENID);
    private static final int CONNECTIONS = 2;

    private final Options options;
    private final CognitoEmulator emulator;
    private final Report report;

    public PageThroughput(Options options, CognitoEmulator emulator, Report report) {
        this.options = options;
        this.emulator = emulator;
        this.report = report;
    }

    public void measure() throws IOException, InterruptedException {
        Wars builder = new Wars(options);
        List<Path> wars = List.of(
                builder.openPage(),
                builder.sessionPage(emulator.domain()),
                builder.cookiePage(emulator.domain()),
                builder.openIdPage());
        try (PayaraMicro server = PayaraMicro.start(options, emulator.endpoint(), wars)) {
            measure("Payara Micro", server);
        }
        try (WildFly server = WildFly.start(options, emulator.endpoint(), wars)) {
            measure("WildFly", server);
        }
    }

    private void measure(String name, ApplicationServer server) throws IOException, InterruptedException {
        server.awaitReady();
        List<Question> questions = questions(server.port());
        Report.progress("signed-in page: " + name + " is under load");
        Rates rates = new Load(options, CONNECTIONS).drive(server.port(), questions);
        questions.stream()
                .map(Question::path)
                .forEach(path -> report.addMeasurement(name + " " + path, rates.median(path), "requests/s"));
        compare(name, "of a session", rates, SESSION, Budget.atLeast(1), Budget.atLeast(0.8));
        compare(name, "of tokens in a cookie", rates, COOKIE, Budget.NONE, Budget.NONE);
    }

    private void compare(String server, String what, Rates rates, String path, Budget overOpenId, Budget overOpen) {
        String ratio = "signed-in page / " + server + " / requests per second " + what + " over those ";
        report.add(ratio + "of the server's OpenID", rates.ratio(path, OPENID), overOpenId);
        report.addSpread(ratio + "of the server's OpenID", rates.ratios(path, OPENID));
        report.add(ratio + "without security", rates.ratio(path, OPEN), overOpen);
        report.addSpread(ratio + "without security", rates.ratios(path, OPEN));
    }

    private List<Question> questions(int port) throws IOException, InterruptedException {
        letReturnTo(PROTECTED.stream().map(path -> address(port, path)).toList());
        List<Question> questions = new ArrayList<>(List.of(new Question(OPEN, "", "Hello, null.")));
        for (String path : PROTECTED) {
            questions.add(new Question(path, SignIn.cookiesFor(address(port, path)), "Hello, alice."));
        }
        return questions;
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Has managed login send people back to the pages, whose port is known only now. */
    private void letReturnTo(List<URI> pages) {
        AwsBasicCredentials administrator =
                AwsBasicCredentials.create(AccessKey.DEFAULT.accessKeyId(), AccessKey.DEFAULT.secretAccessKey());
        try (CognitoIdentityProviderClient administration = CognitoIdentityProviderClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(emulator.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(administrator))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            administration.updateUserPoolClient(request -> request.userPoolId(Workload.POOL)
                    .clientId(Workload.CLIENT)
                    .allowedOAuthFlowsUserPoolClient(true)
                    .allowedOAuthFlows(OAuthFlowType.CODE)
                    .allowedOAuthScopes("openid")
                    .supportedIdentityProviders("COGNITO")
                    .callbackURLs(pages.stream()
                            .map(page -> page.resolve("callback").toString())
                            .toList()));
        }
    }
}
