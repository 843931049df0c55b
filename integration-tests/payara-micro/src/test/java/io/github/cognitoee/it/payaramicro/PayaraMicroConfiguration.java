package io.github.cognitoee.it.payaramicro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What arquillian.xml says of the server. Arquillian makes and fills it. */
public final class PayaraMicroConfiguration implements ContainerConfiguration {

    private String jar = "";
    private int port;
    private String jvmOptions = "";
    private String options = "";
    private String folder = "";

    /** The server: {@code payara-micro.jar}. */
    public void setJar(String jar) {
        this.jar = jar;
    }

    /** Where it is to listen, on the loopback interface. */
    public void setPort(int port) {
        this.port = port;
    }

    /** What stands before {@code -jar}, separated by blanks. */
    public void setJvmOptions(String jvmOptions) {
        this.jvmOptions = jvmOptions;
    }

    /** What stands behind the jar, separated by blanks. */
    public void setOptions(String options) {
        this.options = options;
    }

    /** For archives on their way to the server, and for what it prints. */
    public void setFolder(String folder) {
        this.folder = folder;
    }

    @Override
    public void validate() throws ConfigurationException {
        if (jar.isEmpty() || folder.isEmpty() || port == 0) {
            throw new ConfigurationException("arquillian.xml: Payara Micro needs jar, port and folder");
        }
    }

    int port() {
        return port;
    }

    Path folder() {
        return Path.of(folder);
    }

    /** How the server is started, as its users do, with an agent that takes archives while it runs. */
    List<String> command(String agent) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(jvmOptions));
        command.addAll(List.of("-javaagent:" + agent, "-jar", jar, "--port", String.valueOf(port)));
        command.addAll(words(options));
        return command;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
