package io.github.cognitoee.benchmarks.tokens;

import io.github.cognitoee.benchmarks.Budget;
import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.Report;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.internal.identitypool.WarmResolve;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The parts that JMH measures, with one thread and with two. */
public final class Microbenchmarks {

    private static final int[] THREADS = {1, 2};

    private final Options options;
    private final CognitoEmulator emulator;
    private final Report report;
    private final Measurements measured;

    public Microbenchmarks(Options options, CognitoEmulator emulator, Report report) {
        this.options = options;
        this.emulator = emulator;
        this.report = report;
        this.measured = new Measurements(options, report);
    }

    /** New tokens, then tokens seen before. */
    public void tokens() throws IOException, RunnerException {
        new Workload(measured.workload()).prepare(emulator, mostDistinct());
        for (int round = 1; round <= options.choose(1, 3); round++) {
            for (int threads : THREADS) {
                Report.progress("new tokens: round %d, %d thread(s)".formatted(round, threads));
                measured.run(NewToken.class, threads);
                measured.run(BareRsa.class, threads, "implementation", BareRsa.Implementation.JDK.name());
                measured.runWithAccp(BareRsa.class, threads, "implementation", BareRsa.Implementation.ACCP.name());
                measured.runWithAccp(NewToken.class, threads, "contender", NewToken.Contender.COGNITO_EE.name());
            }
        }
        for (int threads : THREADS) {
            reportNewTokens(threads);
        }
        for (int round = 1; round <= options.choose(1, 2); round++) {
            for (int threads : THREADS) {
                Report.progress("tokens seen before: round %d, %d thread(s)".formatted(round, threads));
                measured.run(SeenToken.class, threads, "distinct", distinct());
            }
        }
        for (int threads : THREADS) {
            reportSeenTokens(threads);
        }
    }

    /** Credentials of a caller whose credentials are at hand. */
    public void credentials() throws IOException, RunnerException {
        new Workload(measured.workload()).prepare(emulator, 1);
        for (int threads : THREADS) {
            Report.progress("warm resolve of credentials: %d thread(s)".formatted(threads));
            measured.run(WarmResolve.class, threads);
            String on = on(threads);
            Measurement resolve = measured.of("WarmResolve", threads);
            report.add("warm resolve of credentials / nanoseconds" + on, resolve.time(), Budget.below(1_000));
            report.add("warm resolve of credentials / bytes allocated" + on, resolve.allocated(), Budget.NONE);
        }
    }

    private void reportNewTokens(int threads) {
        String on = on(threads);
        Measurement ours = measured.of("NewToken COGNITO_EE", threads);
        Measurement oursWithAccp = measured.of("NewToken COGNITO_EE with ACCP", threads);
        Measurement bare = measured.of("BareRsa JDK", threads);
        Measurement bareAccp = measured.of("BareRsa ACCP with ACCP", threads);
        report.add("new token / time over bare RSA verify" + on, ours.time() / bare.time(), Budget.atMost(1.25));
        report.add(
                "new token / time with ACCP over the JDK's bare RSA verify" + on,
                oursWithAccp.time() / bare.time(),
                Budget.atMost(0.75));
        report.add(
                "new token / time with ACCP over ACCP's bare RSA verify" + on,
                oursWithAccp.time() / bareAccp.time(),
                Budget.atMost(1.25));
        report.add("ACCP's bare RSA verify / time over the JDK's" + on, bareAccp.time() / bare.time(), Budget.NONE);
        for (NewToken.Contender peer : NewToken.Contender.values()) {
            if (peer != NewToken.Contender.COGNITO_EE) {
                Measurement theirs = measured.of("NewToken " + peer, threads);
                boolean promised = peer == NewToken.Contender.SMALLRYE_JWT || peer == NewToken.Contender.NIMBUS;
                report.add(
                        "new token / time over that of " + peer + on,
                        ours.time() / theirs.time(),
                        promised ? Budget.below(1) : Budget.NONE);
                report.add(
                        "new token / bytes allocated over those of " + peer + on,
                        ours.allocated() / theirs.allocated(),
                        Budget.NONE);
            }
        }
    }

    private void reportSeenTokens(int threads) {
        String on = on(threads);
        for (String distinct : distinct()) {
            Measurement ours = seen(NewToken.Contender.COGNITO_EE.name(), distinct, threads);
            Measurement smallRye = seen(NewToken.Contender.SMALLRYE_JWT.name(), distinct, threads);
            report.add(
                    "seen token / times faster than SMALLRYE_JWT / " + distinct + " tokens" + on,
                    smallRye.time() / ours.time(),
                    Budget.atLeast(30));
        }
        String most = String.valueOf(mostDistinct());
        report.add(
                "seen token / time with " + most + " tokens over that with 1" + on,
                seen("COGNITO_EE", most, threads).time()
                        / seen("COGNITO_EE", "1", threads).time(),
                Budget.NONE);
    }

    private Measurement seen(String contender, String distinct, int threads) {
        return measured.of("SeenToken " + contender + " " + distinct, threads);
    }

    private String[] distinct() {
        return options.quick() ? new String[] {"1", "100", "2000"} : new String[] {"1", "100", "10000", "100000"};
    }

    private int mostDistinct() {
        return List.of(distinct()).stream().mapToInt(Integer::parseInt).max().orElseThrow();
    }

    private static String on(int threads) {
        return threads == 1 ? " / 1 thread" : " / " + threads + " threads";
    }
}
