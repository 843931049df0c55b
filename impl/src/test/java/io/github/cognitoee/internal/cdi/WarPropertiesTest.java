package io.github.cognitoee.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoee.CognitoConfigurationException;
import io.github.cognitoee.internal.config.ConfigSource;
import io.github.cognitoee.internal.config.ConfigSource.ConfigValue;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server without MicroProfile Config. */
class WarPropertiesTest {

    private static final String KEY = "cognito.resource.name";

    @TempDir
    private Path classes;

    @AfterEach
    void forget() {
        System.clearProperty(KEY);
    }

    @Test
    void theFileOfTheWarIsReadAllTheSame() throws IOException {
        assertThat(find(KEY, "cognito.resource.name=from the file"))
                .contains(new ConfigValue("from the file", "microprofile-config.properties"));
    }

    @Test
    void aSystemPropertyWinsOverTheFile() throws IOException {
        System.setProperty(KEY, "from the system");

        assertThat(find(KEY, "cognito.resource.name=from the file"))
                .contains(new ConfigValue("from the system", "system property"));
    }

    @Test
    void aFileOfHigherOrdinalWinsOverASystemProperty() throws IOException {
        System.setProperty(KEY, "from the system");

        assertThat(find(KEY, "config_ordinal=401", "cognito.resource.name=from the file"))
                .contains(new ConfigValue("from the file", "microprofile-config.properties"));
    }

    @Test
    void namesThatMayBeMeantForTheLibraryAreTold() throws IOException {
        assertThat(sources("cognito.reigon=eu-west-1", "shop.name=corner"))
                .anySatisfy(source -> assertThat(source.names()).containsExactly("cognito.reigon"));
    }

    @Test
    void anExpressionIsNotTakenForAValue() {
        assertThatThrownBy(() -> find(KEY, "cognito.resource.name=${shop.name}"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: cognito.resource.name in META-INF/microprofile-config.properties holds an"
                        + " expression, which takes MicroProfile Config, and this server has none for the application;"
                        + " write the value itself");
    }

    @Test
    void aValueMayBeReadAsItIsWritten() throws IOException {
        assertThat(sources("cognito.resource.name=${shop:name}")).anySatisfy(source -> assertThat(source.findRaw(KEY))
                .contains(new ConfigValue("${shop:name}", "microprofile-config.properties")));
    }

    @Test
    void anOrdinalThatIsNoNumberIsTold() {
        assertThatThrownBy(() -> find(KEY, "config_ordinal=high"))
                .isInstanceOf(CognitoConfigurationException.class)
                .hasMessage("COG-0001: META-INF/microprofile-config.properties cannot be read:"
                        + " For input string: \"high\"");
    }

    private Optional<ConfigValue> find(String key, String... lines) throws IOException {
        return sources(lines).stream()
                .flatMap(source -> source.find(key).stream())
                .findFirst();
    }

    private List<ConfigSource> sources(String... lines) throws IOException {
        Path file = classes.resolve(WarProperties.FILE);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        try (URLClassLoader war = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return ConfigSources.of(war);
        }
    }
}
