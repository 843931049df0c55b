package io.github.cognitoee.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds WARs: the classes of one package and the library's jars, without any descriptor. */
public final class Wars {

    private Wars() {}

    /** The WAR made of the package of the given class, and of the library with all that it brings. */
    public static WebArchive of(Class<?> application) {
        Package source = application.getPackage();
        String name = source.getName().substring(source.getName().lastIndexOf('.') + 1);
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(source)
                .addAsLibraries(jars("cognito.test.war-libs"));
    }

    /** The same with the AWS SDK's STS client, which an application adds for itself. */
    public static WebArchive withAwsClient(Class<?> application) {
        return of(application).addAsLibraries(jars("cognito.test.aws-libs"));
    }

    /** The same with the AWS SDK's asynchronous clients for STS and S3, and Netty, which they send by. */
    public static WebArchive withAsyncAwsClients(Class<?> application) {
        return of(application).addAsLibraries(jars("cognito.test.async-aws-libs"));
    }

    /** A WAR of these classes and the library, with a configuration of its own. */
    public static WebArchive of(String name, Map<String, String> configuration, Class<?>... classes) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(classes)
                .addAsLibraries(jars("cognito.test.war-libs"));
        return configuration.isEmpty()
                ? war
                : war.addAsResource(
                        new StringAsset(configuration.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .collect(Collectors.joining())),
                        "META-INF/microprofile-config.properties");
    }

    private static File[] jars(String property) {
        File folder = Path.of(System.getProperty(property)).toFile();
        File[] jars = folder.listFiles((in, name) -> name.endsWith(".jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("no jars in " + folder + " (" + property + ")");
        }
        return jars;
    }
}
