package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Median;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.emulator.CognitoEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Seconds to deploy a WAR with the library, less those of the same WAR with the same third-party jars but without the
 * library. WildFly deploys both alternately while it runs; Payara Micro starts with the one or the other.
 */
public final class DeploymentTime {

    private static final Budget BUDGET = Budget.atMost(0.5);

    private final Options options;
    private final CognitoEmulator emulator;
    private final Report report;

    public DeploymentTime(Options options, CognitoEmulator emulator, Report report) {
        this.options = options;
        this.emulator = emulator;
        this.report = report;
    }

    public void measure() throws IOException, InterruptedException {
        Wars wars = new Wars(options);
        Path with = wars.cognito();
        Path without = wars.openWithThirdPartyJars();
        URI cognito = emulator.endpoint();
        try (WildFly server = WildFly.start(options, cognito, List.of())) {
            server.awaitReady();
            server.deploymentSeconds(without); // the first ones of a server's life are slow, whatever they are
            server.deploymentSeconds(with);
            alternate("WildFly", options.choose(2, 7), with, without, server::deploymentSeconds);
        }
        alternate("Payara Micro", options.choose(1, 5), with, without, war -> {
            try (PayaraMicro server = PayaraMicro.start(options, cognito, List.of(war))) {
                return server.deploymentSeconds();
            }
        });
    }

    private void alternate(String server, int rounds, Path with, Path without, Deployment deployment)
            throws IOException, InterruptedException {
        List<Double> secondsWith = new ArrayList<>();
        List<Double> secondsWithout = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            secondsWithout.add(deployment.seconds(without));
            secondsWith.add(deployment.seconds(with));
            Report.progress("deployment on %s: %.3f s with the library, %.3f s without"
                    .formatted(server, secondsWith.get(round), secondsWithout.get(round)));
        }
        report.addMeasurement(server + " deployment with the library", Median.of(secondsWith), "s");
        report.addMeasurement(server + " deployment without the library", Median.of(secondsWithout), "s");
        report.add(
                "deployment / " + server + " / seconds more than without the library",
                Median.of(secondsWith) - Median.of(secondsWithout),
                BUDGET);
    }

    @FunctionalInterface
    private interface Deployment {
        double seconds(Path war) throws IOException, InterruptedException;
    }
}
