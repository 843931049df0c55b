package io.github.cognitoee.benchmarks.server;

import io.github.cognitoee.benchmarks.Options;
import io.github.cognitoee.benchmarks.tokens.Workload;
import io.github.cognitoee.benchmarks.war.cognito.CognitoApplication;
import io.github.cognitoee.benchmarks.war.mpjwt.MpJwtApplication;
import io.github.cognitoee.benchmarks.war.noop.NoOpApplication;
import io.github.cognitoee.benchmarks.war.open.OpenApplication;
import io.github.cognitoee.benchmarks.war.page.Page;
import io.github.cognitoee.benchmarks.war.page.cognito.CognitoPages;
import io.github.cognitoee.benchmarks.war.page.open.OpenPage;
import io.github.cognitoee.benchmarks.war.page.openid.OpenIdPages;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Predicate;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ClassLoaderAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the WARs, which answer {@code GET /<name>/api/hello}, those with a page {@code GET /<name>/hello}. */
final class Wars {

    private static final String WEB_XML = "io/github/cognitoee/benchmarks/war/roles-web.xml";
    private static final String CONFIGURATION = "META-INF/microprofile-config.properties";

    private final Path directory;
    private final Path libraries;

    Wars(Options options) throws IOException {
        this.directory = Files.createDirectories(options.directory().resolve("wars"));
        this.libraries = options.warLibraries();
    }

    /** Behind the library. */
    Path cognito() {
        return export(of("cognito", CognitoApplication.class).addAsLibraries(jars(jar -> true)));
    }

    /** Behind a mechanism that does nothing but tell the container. */
    Path noOp() {
        return export(of("noop", NoOpApplication.class).setWebXML(new ClassLoaderAsset(WEB_XML)));
    }

    /** Behind the server's own MicroProfile JWT, with the key at hand. */
    Path mpJwt(RSAPublicKey key) {
        String configuration = "mp.jwt.verify.issuer=%s%nmp.jwt.verify.publickey=%s%n"
                .formatted(Workload.ISSUER, Base64.getEncoder().encodeToString(key.getEncoded()));
        return export(of("mpjwt", MpJwtApplication.class)
                .setWebXML(new ClassLoaderAsset(WEB_XML))
                .addAsResource(new StringAsset(configuration), CONFIGURATION));
    }

    /** Without security. */
    Path open() {
        return export(of("open", OpenApplication.class));
    }

    /** Without security, and without the library, but with every other jar that a WAR with the library carries. */
    Path openWithThirdPartyJars() {
        return export(of("plain", OpenApplication.class).addAsLibraries(jars(jar -> !jar.startsWith("cognito-ee"))));
    }

    /** A page without security. */
    Path openPage() {
        return export(page("open", OpenPage.class));
    }

    /** The page behind the library, which keeps tokens in the container's session. */
    Path sessionPage(URI domain) {
        return export(cognitoPage("session", "cognito.managed-login.endpoint=" + domain));
    }

    /** The page behind the library, which keeps tokens in cookies. */
    Path cookiePage(URI domain) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return export(cognitoPage(
                "cookie",
                """
                cognito.managed-login.endpoint=%s
                cognito.session.token-store=COOKIE
                cognito.session.cookie-keys=%s
                """
                        .formatted(domain, Base64.getEncoder().encodeToString(key))));
    }

    /** The page behind Jakarta Security's OpenID Connect mechanism, as the server has it. */
    Path openIdPage() {
        return export(page("openid", OpenIdPages.class));
    }

    private WebArchive cognitoPage(String name, String configuration) {
        return page(name, CognitoPages.class)
                .addAsLibraries(jars(jar -> true))
                .addAsResource(new StringAsset(configuration), CONFIGURATION);
    }

    private static WebArchive page(String name, Class<?> application) {
        return of("page-" + name, application).addPackage(Page.class.getPackage());
    }

    private static WebArchive of(String name, Class<?> application) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(application.getPackage());
    }

    private Path export(WebArchive war) {
        Path file = directory.resolve(war.getName());
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private File[] jars(Predicate<String> wanted) {
        File[] jars = libraries.toFile().listFiles((in, name) -> name.endsWith(".jar") && wanted.test(name));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("no jars in " + libraries);
        }
        return jars;
    }
}
