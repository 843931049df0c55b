package io.github.cognitoee.benchmarks;

import io.github.cognitoee.benchmarks.server.DeploymentTime;
import io.github.cognitoee.benchmarks.server.EndpointThroughput;
import io.github.cognitoee.benchmarks.server.PageThroughput;
import io.github.cognitoee.benchmarks.tokens.Microbenchmarks;
import io.github.cognitoee.emulator.CognitoEmulator;
import io.github.cognitoee.internal.identitypool.ManyCallers;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures everything that has a budget and writes {@code ratios.csv} and {@code ratios.md}. A missed budget is a figure,
 * not a failure: the process fails only if something could not be measured.
 */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());

    private Benchmarks() {}

    public static void main(String[] args) {
        Options options = Options.ofSystemProperties();
        Report report = new Report(options.directory(), options.quick());
        boolean complete;
        try (CognitoEmulator emulator = CognitoEmulator.builder().start()) {
            Map<String, Part> parts = new LinkedHashMap<>();
            Microbenchmarks microbenchmarks = new Microbenchmarks(options, emulator, report);
            parts.put("tokens", microbenchmarks::tokens);
            parts.put("credentials", microbenchmarks::credentials);
            parts.put("callers", new ManyCallers(options, emulator, report)::measure);
            parts.put("endpoint", new EndpointThroughput(options, emulator, report)::measure);
            parts.put("pages", new PageThroughput(options, emulator, report)::measure);
            parts.put("deployment", new DeploymentTime(options, emulator, report)::measure);
            complete = runAll(parts, options);
        }
        Report.progress("see " + options.directory().resolve("ratios.md"));
        System.exit(complete ? 0 : 1);
    }

    private static boolean runAll(Map<String, Part> parts, Options options) {
        boolean complete = true;
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (options.parts().contains(part.getKey())) {
                complete &= run(part.getKey(), part.getValue());
            }
        }
        return complete;
    }

    /** The other parts are worth measuring although one cannot be. */
    private static boolean run(String name, Part part) {
        Report.progress("part '" + name + "' begins");
        try {
            part.measure();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            LOG.log(Level.ERROR, "part '" + name + "' could not be measured", e);
            return false;
        }
    }

    @FunctionalInterface
    private interface Part {
        void measure() throws Exception;
    }
}
