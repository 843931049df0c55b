package io.github.cognitoee.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMatrixTest {

    @TempDir
    private Path project;

    @BeforeEach
    void reports() throws IOException {
        report("wildfly", "WildFly 39", "RolesIT", "tests=\"64\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");
        report("liberty", "Open Liberty 26", "RolesIT", "tests=\"64\" errors=\"1\" skipped=\"0\" failures=\"2\"", "");
        report(
                "liberty",
                "Open Liberty 26",
                "ThreadsIT",
                "tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"0\"",
                "<testcase name=\"a\"><skipped message=\"NO_POOL: has none\"/></testcase>");
        Files.createDirectories(project.resolve("docs"));
        Files.writeString(project.resolve("README.md"), "a\n<!-- servers -->\nold\n<!-- /servers -->\nb\n");
        Files.writeString(
                project.resolve("docs/servers.md"),
                "<!-- summary -->\n<!-- /summary -->\n<!-- matrix -->\n<!-- /matrix -->\n"
                        + "<!-- deviations -->\n<!-- /deviations -->\n");
    }

    @Test
    void readmeTellsTheTotalsOfEachServer() throws IOException {
        ServerMatrix.main(new String[] {project.toString()});

        assertThat(project.resolve("README.md"))
                .hasContent(
                        """
                a
                <!-- servers -->

                | server | tests | failed | skipped | seconds |
                | --- | ---: | ---: | ---: | ---: |
                | Open Liberty 26, Java 25 | 67 | 3 | 1 | 2469 |
                | WildFly 39, Java 25 | 64 | 0 | 0 | 1234 |

                <!-- /servers -->
                b
                """);
    }

    @Test
    void theDocumentTellsEachClassOnEachServerAndWhatWasSkipped() throws IOException {
        ServerMatrix.main(new String[] {project.toString()});

        assertThat(project.resolve("docs/servers.md"))
                .content()
                .contains("|  | Open Liberty 26, Java 25 | WildFly 39, Java 25 |\n")
                .contains("| RolesIT | 64, **3 failed** | 64 |\n")
                .contains("| ThreadsIT | 3, 1 skipped | - |\n")
                .contains("| NO_POOL: has none | Open Liberty 26, Java 25 |\n");
    }

    @Test
    void writingTwiceChangesNothing() throws IOException {
        ServerMatrix.main(new String[] {project.toString()});
        String once = Files.readString(project.resolve("docs/servers.md"));

        ServerMatrix.main(new String[] {project.toString()});

        assertThat(project.resolve("docs/servers.md")).hasContent(once);
    }

    @Test
    void aMissingSectionIsNamed() throws IOException {
        Files.writeString(project.resolve("README.md"), "nothing here");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no section servers between <!-- servers --> and <!-- /servers -->");
    }

    private void report(String module, String server, String testClass, String numbers, String cases)
            throws IOException {
        Path folder = Files.createDirectories(
                project.resolve("integration-tests").resolve(module).resolve("target/failsafe-reports"));
        Files.writeString(
                folder.resolve("TEST-io.github.cognitoee.it." + testClass + ".xml"),
                """
                <testsuite name="io.github.cognitoee.it.%s" time="1,234.4" %s>
                  <properties>
                    <property name="cognito.test.server-title" value="%s"/>
                    <property name="cognito.test.java" value="25"/>
                  </properties>%s
                </testsuite>
                """
                        .formatted(testClass, numbers, server, cases));
    }
}
