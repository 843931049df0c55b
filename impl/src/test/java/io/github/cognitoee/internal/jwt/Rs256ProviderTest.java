package io.github.cognitoee.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which provider verifies, in class loaders such as a server gives each of its applications. */
class Rs256ProviderTest {

    @Test
    void correttoIsUsedWhereItIsOnTheClassPathAndNeverRegistered() throws Exception {
        try (Application application = Application.with(true)) {
            assertThat(application.providerName()).isEqualTo("AmazonCorrettoCryptoProvider");
        }
        assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }

    @Test
    void twoApplicationsOnOneServerBothVerify() throws Exception {
        try (Application one = Application.with(true);
                Application other = Application.with(true)) {
            assertThat(one.providerName()).isEqualTo("AmazonCorrettoCryptoProvider");
            assertThat(other.providerName()).isIn("AmazonCorrettoCryptoProvider", "the JDK");
            assertThat(one.verifies()).isTrue();
            assertThat(other.verifies()).isTrue();
        }
    }

    @Test
    void theJdkVerifiesWhereCorrettoIsAbsent() throws Exception {
        try (Application application = Application.with(false)) {
            assertThat(application.providerName()).isEqualTo("the JDK");
            assertThat(application.verifies()).isTrue();
        }
    }

    /** As on another platform, or where the temporary folder may not hold code. */
    @Test
    void theJdkVerifiesWhereCorrettosNativePartCannotBeLoaded(@TempDir Path classes) throws Exception {
        Path source = Files.writeString(
                classes.resolve("AmazonCorrettoCryptoProvider.java"),
                """
                package com.amazon.corretto.crypto.provider;

                public final class AmazonCorrettoCryptoProvider extends java.security.Provider {
                    public static final AmazonCorrettoCryptoProvider INSTANCE = new AmazonCorrettoCryptoProvider();

                    private AmazonCorrettoCryptoProvider() {
                        super("AmazonCorrettoCryptoProvider", "0", "");
                    }

                    public Throwable getLoadingError() {
                        return new UnsatisfiedLinkError("no native part for this platform");
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();

        try (Application application = Application.with(false, url(classes.toString()))) {
            assertThat(application.providerName()).isEqualTo("the JDK");
            assertThat(application.verifies()).isTrue();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class loader of its own over the same class path. */
    private static final class Application implements AutoCloseable {

        private final URLClassLoader loader;

        private Application(URLClassLoader loader) {
            this.loader = loader;
        }

        static Application with(boolean corretto, URL... first) {
            List<URL> urls = new ArrayList<>(List.of(first));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (corretto || !entry.contains("AmazonCorrettoCryptoProvider")) {
                    urls.add(url(entry));
                }
            }
            return new Application(new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
        }

        String providerName() throws ReflectiveOperationException {
            Method method = loader.loadClass(Rs256.class.getName()).getDeclaredMethod("providerName");
            method.setAccessible(true);
            return (String) method.invoke(null);
        }

        boolean verifies() throws ReflectiveOperationException {
            Method method = loader.loadClass(Rs256.class.getName())
                    .getDeclaredMethod("verify", RSAPublicKey.class, byte[].class, int.class, byte[].class);
            method.setAccessible(true);
            String token = Draft.accessToken().sign();
            int end = token.lastIndexOf('.');
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(end + 1));
            return (boolean) method.invoke(null, TestKeys.publicKey(TestKeys.POOL), Draft.utf8(token), end, signature);
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }
}
