package io.github.cognitoee.it.payaramicro;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * Deploys and undeploys in the JVM of a running Payara Micro, which takes applications from code in its JVM only. Reads
 * commands, {@code deploy <file>} and {@code undeploy <name>}, a line each, and answers each by a line with the names of all
 * that is deployed then. Where they come from is the agent's argument, a port of the loopback interface; when that
 * connection ends, so does the server, and none outlives the tests.
 */
public final class DeploymentAgent {

    private DeploymentAgent() {}

    /** What the JVM calls before the server's main method. */
    public static void premain(String port) throws IOException {
        Socket tests = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        Thread thread = new Thread(() -> serve(tests), "deployments");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(Socket tests) {
        try (tests;
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(tests.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter answers = new PrintWriter(tests.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                answers.println(answer(command));
            }
        } catch (IOException e) {
            System.err.println("the tests are gone: " + e);
        } finally {
            System.exit(0);
        }
    }

    private static String answer(String command) {
        try {
            PayaraMicroRuntime server = PayaraMicro.getInstance().getRuntime();
            // that of the thread which deploys what is named on the command line
            Thread.currentThread().setContextClassLoader(server.getClass().getClassLoader());
            String argument = command.substring(command.indexOf(' ') + 1);
            if (command.startsWith("undeploy ")) {
                server.undeploy(argument);
            } else {
                server.deploy(new File(argument)); // false where it was refused, and is not among the names then
            }
            return String.join(" ", new TreeSet<>(server.getDeployedApplicationNames()));
        } catch (RuntimeException e) {
            return "failed: " + e;
        }
    }
}
