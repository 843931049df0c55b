package io.github.cognitoee.it.payaramicro;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * One Payara Micro that runs while the WARs of all tests come and go, where Payara's own adapter starts a server for each.
 * After each step exactly those applications may be on the server that were asked for: one that a test leaves behind, or
 * that the server keeps, fails the test that comes upon it. Not thread-safe.
 */
public final class RunningPayaraMicro implements DeployableContainer<PayaraMicroConfiguration> {

    private final Set<String> deployed = new TreeSet<>();

    private @Nullable PayaraMicroConfiguration configuration;
    private @Nullable ServerProcess server;

    @Override
    public Class<PayaraMicroConfiguration> getConfigurationClass() {
        return PayaraMicroConfiguration.class;
    }

    @Override
    public void setup(PayaraMicroConfiguration read) {
        configuration = read;
    }

    /** None is used: no test runs inside of the server. */
    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            server = ServerProcess.start(configuration());
        } catch (IOException e) {
            throw new LifecycleException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("interrupted", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            server().close();
        } catch (IOException e) {
            throw new LifecycleException(e.getMessage(), e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = nameOf(archive);
        if (deployed.contains(name)) {
            throw new DeploymentException(name + " is deployed already");
        }
        Path file = configuration().folder().resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        try {
            Set<String> now = server().deploy(file);
            if (!now.contains(name)) {
                expect(now);
                throw new DeploymentException("Payara Micro refused " + archive.getName() + ", see its log");
            }
            deployed.add(name);
            expect(now);
        } catch (IOException e) {
            throw new DeploymentException(e.getMessage(), e);
        }
        HTTPContext context = new HTTPContext("127.0.0.1", configuration().port());
        return new ProtocolMetaData().addContext(context.add(new Servlet("default", "/" + name)));
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        String name = nameOf(archive);
        try {
            Set<String> now = server().undeploy(name);
            deployed.remove(name);
            expect(now);
        } catch (IOException e) {
            throw new DeploymentException(e.getMessage(), e);
        }
    }

    private void expect(Set<String> now) throws DeploymentException {
        if (!now.equals(deployed)) {
            throw new DeploymentException("on the server are " + new TreeSet<>(now) + ", expected " + deployed);
        }
    }

    /** The one that Payara Micro gives it, which is its context root too. */
    private static String nameOf(Archive<?> archive) {
        return archive.getName().replaceFirst("[.][a-z]+$", "");
    }

    private PayaraMicroConfiguration configuration() {
        return Objects.requireNonNull(configuration, "not set up");
    }

    private ServerProcess server() {
        return Objects.requireNonNull(server, "not started");
    }
}
