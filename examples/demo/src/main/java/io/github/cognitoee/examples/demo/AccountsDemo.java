package io.github.cognitoee.examples.demo;

import io.github.cognitoee.emulator.CognitoEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The example "accounts" on Payara Micro, with a local Cognito. Closing it stops both. */
final class AccountsDemo implements AutoCloseable {

    /** Held here, or its level would be collected with it. */
    private static final Logger EMULATOR_LOG = Logger.getLogger(CognitoEmulator.class.getPackageName());

    private final CognitoEmulator cognito;
    private final PayaraMicro server;
    private final URI accounts;

    private AccountsDemo(CognitoEmulator cognito, PayaraMicro server, URI accounts) {
        this.cognito = cognito;
        this.server = server;
        this.accounts = accounts;
    }

    public static void main(String[] arguments) throws InterruptedException {
        EMULATOR_LOG.setLevel(Level.WARNING);
        try {
            AccountsDemo demo = start(DemoOptions.ofSystemProperties(), Path.of(System.getProperty("demo.people")));
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
            System.out.println("Payara Micro     starting, log in " + demo.server.log());
            demo.awaitReady();
            System.out.println(new AccountsWalkthrough(demo.accounts, demo.cognito.endpoint()).text());
            demo.server.awaitEnd();
        } catch (DemoFailure e) {
            System.err.println("Demo: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns before the application answers, see {@link #awaitReady}.
     *
     * @param people the configuration of the local Cognito
     */
    static AccountsDemo start(DemoOptions options, Path people) {
        int emulatorPort = LoopbackPort.free(options.emulatorPort(), "emulator.port");
        int port = LoopbackPort.free(options.port(), "demo.port");
        CognitoEmulator cognito =
                CognitoEmulator.builder().port(emulatorPort).config(people).start();
        try {
            new LocalPeople(cognito.endpoint()).invite();
            PayaraMicro server = PayaraMicro.start(
                    options.serverFile("payara-micro.jar"),
                    options.serverFile("accounts.war"),
                    port,
                    cognito.configuration(),
                    options.emptiedDirectory());
            return new AccountsDemo(cognito, server, URI.create("http://localhost:" + port + "/"));
        } catch (RuntimeException e) {
            cognito.close();
            throw e;
        }
    }

    void awaitReady() throws InterruptedException {
        server.awaitReady();
    }

    URI accounts() {
        return accounts;
    }

    CognitoEmulator cognito() {
        return cognito;
    }

    @Override
    public void close() {
        server.close();
        cognito.close();
    }
}
