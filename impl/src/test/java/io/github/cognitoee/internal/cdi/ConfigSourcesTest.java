package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.ConfigSource;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigSourcesTest {

    private static final ClassLoader APPLICATION = ConfigSourcesTest.class.getClassLoader();

    @AfterEach
    void forgetTheServer() {
        ConfigProviderResolver.setInstance(null);
    }

    @Test
    void microProfileConfigIsAskedFirstAndNamesTheRealSource() {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(
                APPLICATION,
                Map.of("application.properties", Map.of("cognito.user-pool.id", " eu-west-1_AbCdEfGhI "))));

        List<ConfigSource> sources = ConfigSources.of(APPLICATION);

        assertThat(sources).hasSize(3);
        assertThat(sources.get(0).find("cognito.user-pool.id")).hasValueSatisfying(value -> {
            assertThat(value.text()).isEqualTo("eu-west-1_AbCdEfGhI");
            assertThat(value.origin()).isEqualTo("MicroProfile Config (application.properties)");
        });
        assertThat(sources.get(0).find("cognito.region")).isEmpty();
    }

    @Test
    void namesThatMayBeMeantForTheLibraryAreThoseOfAllSources() {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(
                APPLICATION,
                Map.of(
                        "one", Map.of("cognito.user-pool.id", "a", "shop.name", "b"),
                        "two", Map.of("COGNITO_REGION", "c"))));

        assertThat(ConfigSources.of(APPLICATION).get(0).names())
                .containsExactly("COGNITO_REGION", "cognito.user-pool.id");
    }

    @Test
    void aKeyThatASourceGuessesFromAnEnvironmentVariableIsNone() {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(
                APPLICATION, Map.of("environment", Map.of("COGNITO_USER_POOL_ID", "a", "cognito.user.pool.id", "a"))));

        assertThat(ConfigSources.of(APPLICATION).get(0).names()).containsExactly("COGNITO_USER_POOL_ID");
    }

    @Test
    void aValueThatCannotBeReadIsNotShown() {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(
                APPLICATION, Map.of("one", Map.of("cognito.region", FakeMicroProfile.UNREADABLE))));

        assertThatThrownBy(() -> ConfigSources.of(APPLICATION).get(0).find("cognito.region"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.region cannot be read from MicroProfile Config:"
                        + " java.util.NoSuchElementException");
    }

    @Test
    void aValueMayBeReadAsItIsWritten() {
        String policy = "arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*";
        ConfigProviderResolver.setInstance(
                new FakeMicroProfile(APPLICATION, Map.of("one", Map.of("cognito.policy", policy))));
        ConfigSource source = ConfigSources.of(APPLICATION).get(0);

        assertThat(source.find("cognito.policy"))
                .hasValueSatisfying(value -> assertThat(value.text()).isEqualTo("arn:aws:s3:::photos/sub/*"));
        assertThat(source.findRaw("cognito.policy")).hasValueSatisfying(value -> {
            assertThat(value.text()).isEqualTo(policy);
            assertThat(value.origin()).isEqualTo("MicroProfile Config (one)");
        });
    }

    @Test
    void whatIsBrokenIsNotPassedOver() {
        ConfigProviderResolver.setInstance(new FakeMicroProfile(APPLICATION, Map.of()));

        assertThatThrownBy(() -> ConfigSources.of(APPLICATION).get(0).find("cognito.enabled"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: MicroProfile Config cannot be read: java.lang.IllegalArgumentException");
    }

    @Test
    void anInterfaceWithoutImplementationIsPassedOver() {
        assertThat(ConfigSources.of(APPLICATION)).hasSize(2);
    }

    /** As on a server that does not have it. */
    @Test
    void theMissingClassIsPassedOver() throws ReflectiveOperationException, IOException {
        try (URLClassLoader server = new WithoutMicroProfileConfig()) {
            Class<?> type = server.loadClass(ConfigSources.class.getName());
            assertThat(type).isNotSameAs(ConfigSources.class);
            Method of = type.getDeclaredMethod("of", ClassLoader.class);
            of.setAccessible(true);

            assertThat((List<?>) of.invoke(null, server)).hasSize(2);
        }
    }

    private static final class WithoutMicroProfileConfig extends URLClassLoader {

        WithoutMicroProfileConfig() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.config.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        private static URL[] classPath() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .map(WithoutMicroProfileConfig::url)
                    .toArray(URL[]::new);
        }

        private static URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
