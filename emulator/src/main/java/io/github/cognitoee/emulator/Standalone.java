package io.github.cognitoee.emulator;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The emulator as a program of its own: {@code java -jar cognito-ee-emulator-standalone.jar --port 9339}. */
final class Standalone {

    private static final int DEFAULT_PORT = 9339;
    private static final int EXIT_WRONG_INPUT = 1;
    private static final int EXIT_PORT_IN_USE = 2;
    private static final int EXIT_STATE_UNUSABLE = 3;
    private static final Logger OWN_LOG = Logger.getLogger(Standalone.class.getPackageName());

    private static final String HELP =
            """
            A local Amazon Cognito, for development and tests only.

            usage: java -jar cognito-ee-emulator-standalone.jar [--port N] [--config FILE] [--state FILE]
                                                                [--reachable-issuer]

              --port N            the port of 127.0.0.1 to listen on, %d by default, 0 for a free one
              --config FILE       what to emulate, as JSON or YAML; by default one user pool and one identity pool
              --state FILE        keep users, pools, keys and sign-ins in this file over a restart
              --reachable-issuer  tokens name http://127.0.0.1:<port>/<poolId> as issuer, not AWS' address
              --help              this text

            exit codes: 1 wrong arguments or configuration, 2 port in use, 3 state file unusable
            """
                    .formatted(DEFAULT_PORT);

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        quietLogs();
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        CognitoEmulator emulator = startOrExit(arguments);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            emulator.close();
                            stopped.countDown();
                        },
                        "cognito-emulator-stop"));
        System.out.println(readyLine(emulator));
        stopped.await();
    }

    private static CognitoEmulator startOrExit(String[] arguments) {
        try {
            return Options.parse(arguments).builder().start();
        } catch (EmulatorConfigException | IllegalArgumentException e) {
            return exit(EXIT_WRONG_INPUT, e);
        } catch (UncheckedIOException e) {
            return exit(EXIT_PORT_IN_USE, Objects.requireNonNullElse(e.getCause(), e));
        } catch (EmulatorStateException e) {
            return exit(EXIT_STATE_UNUSABLE, e);
        }
    }

    private static CognitoEmulator exit(int code, Throwable reason) {
        System.err.println("cognito-ee-emulator: " + reason.getMessage());
        System.exit(code);
        throw new IllegalStateException("unreachable");
    }

    private static String readyLine(CognitoEmulator emulator) {
        return "Cognito emulator, for development only, ready at " + emulator.endpoint() + " (try: curl -s "
                + emulator.endpoint() + "/dev/tokens/" + emulator.firstUser().orElse("<username>") + ")";
    }

    /** The ready line says it all: the libraries' logs, and our own, begin at warnings. What Javalin
     * reports, a taken port or an oversized body, is answered by us. */
    private static void quietLogs() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.io.javalin", "off");
        OWN_LOG.setLevel(Level.WARNING);
    }

    private record Options(int port, @Nullable Path config, @Nullable Path state, Issuer issuer) {

        static Options parse(String[] arguments) {
            int port = DEFAULT_PORT;
            Path config = null;
            Path state = null;
            Issuer issuer = Issuer.AWS_SHAPED;
            for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
                String option = rest.next();
                switch (option) {
                    case "--port" -> port = port(valueOf(option, rest));
                    case "--config" -> config = path(option, valueOf(option, rest));
                    case "--state" -> state = path(option, valueOf(option, rest));
                    case "--reachable-issuer" -> issuer = Issuer.REACHABLE;
                    default -> throw new IllegalArgumentException("unknown argument " + option + ", see --help");
                }
            }
            return new Options(port, config, state, issuer);
        }

        CognitoEmulator.Builder builder() {
            CognitoEmulator.Builder builder =
                    CognitoEmulator.builder().port(port).issuer(issuer);
            if (config != null) {
                builder.config(config);
            }
            return state == null ? builder : builder.state(state);
        }

        private static String valueOf(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value, see --help");
            }
            return rest.next();
        }

        private static int port(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("found port " + text + ", expected 0 to 65535");
            }
        }

        private static Path path(String option, String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(option + " is no path: " + text);
            }
        }
    }
}
