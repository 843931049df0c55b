package io.github.cognitoee.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds WARs: the classes of one package and the library's jars, without any descriptor. */
public final class Wars {

    /** The path of a page that every WAR has for everybody: who asks for it is answered 404 where the WAR is not there. */
    static final String SIGN_OF_LIFE = "alive.txt";

    private Wars() {}

    /** The WAR made of the package of the given class, and of the library with all that it brings. */
    public static WebArchive of(Class<?> application) {
        return without(application).addAsLibraries(jars("cognito.test.war-libs"));
    }

    /** The same with older versions of what the library brings. */
    public static WebArchive withOlderLibraries(Class<?> application) {
        return without(application).addAsLibraries(jars("cognito.test.older-libs"));
    }

    /** The same with Jackson's provider for REST and Nimbus JOSE + JWT, which an application adds for itself. */
    public static WebArchive withJacksonAndNimbus(Class<?> application) {
        return of(application).addAsLibraries(jars("cognito.test.application-libs"));
    }

    /** The same without any jar. */
    public static WebArchive without(Class<?> application) {
        return empty(nameOf(application)).addPackage(application.getPackage());
    }

    /** With a sign of life, and the files that this server wants in every WAR: {@code cognito.test.war-files} names their folder. */
    private static WebArchive empty(String name) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsWebResource(new StringAsset("alive"), SIGN_OF_LIFE);
        String files = System.getProperty("cognito.test.war-files", "");
        return files.isEmpty()
                ? war
                : war.merge(ShrinkWrap.create(ExplodedImporter.class, "files.war")
                        .importDirectory(files)
                        .as(GenericArchive.class));
    }

    private static String nameOf(Class<?> application) {
        String source = application.getPackageName();
        return source.substring(source.lastIndexOf('.') + 1);
    }

    /** The library's jars, with all that it brings. */
    public static File[] library() {
        return jars("cognito.test.war-libs");
    }

    /** The same with the AWS SDK's STS client, which an application adds for itself. */
    public static WebArchive withAwsClient(Class<?> application) {
        return of(application).addAsLibraries(jars("cognito.test.aws-libs"));
    }

    /** The same without the library, and without what it uses for claims: a WAR to compare with. */
    public static WebArchive withAwsClientAlone(Class<?> application) {
        return withAwsClientAlone(application, nameOf(application));
    }

    /** The same by another name. */
    public static WebArchive withAwsClientAlone(Class<?> application, String name) {
        return empty(name)
                .addPackage(application.getPackage())
                .addAsLibraries(jars("cognito.test.war-libs", jar -> !jar.matches("(cognito-ee|smallrye-jwt).*")))
                .addAsLibraries(jars("cognito.test.aws-libs"));
    }

    /** The same with the AWS SDK's asynchronous clients for STS and S3, and Netty, which they send by. */
    public static WebArchive withAsyncAwsClients(Class<?> application) {
        return of(application).addAsLibraries(jars("cognito.test.async-aws-libs"));
    }

    /**
     * The WAR made of the package of the given class, whose users sign in at the emulator's managed login. It has a welcome
     * page: GlassFish protects the root of an application without one, with whatever mechanism.
     */
    public static WebArchive withManagedLogin(Class<?> application, Map<String, String> configuration) {
        Map<String, String> whole = new TreeMap<>(configuration);
        whole.put("cognito.managed-login.endpoint", Cognito.domain().toString());
        return of(application, whole)
                .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Welcome</title>"), "index.html");
    }

    /** The WAR made of the package of the given class, with a configuration of its own. */
    public static WebArchive of(Class<?> application, Map<String, String> configuration) {
        return of(application).addAsResource(properties(configuration), "META-INF/microprofile-config.properties");
    }

    /** A WAR of these classes and the library, with a configuration of its own. */
    public static WebArchive of(String name, Map<String, String> configuration, Class<?>... classes) {
        WebArchive war = empty(name).addClasses(classes).addAsLibraries(jars("cognito.test.war-libs"));
        return configuration.isEmpty()
                ? war
                : war.addAsResource(properties(configuration), "META-INF/microprofile-config.properties");
    }

    private static StringAsset properties(Map<String, String> configuration) {
        return new StringAsset(configuration.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining()));
    }

    /** The jars in the folder that a system property names. */
    public static File[] jars(String property) {
        return jars(property, every -> true);
    }

    private static File[] jars(String property, Predicate<String> which) {
        File folder = Path.of(System.getProperty(property)).toFile();
        File[] jars = folder.listFiles((in, name) -> name.endsWith(".jar") && which.test(name));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("no jars in " + folder + " (" + property + ")");
        }
        return jars;
    }
}
