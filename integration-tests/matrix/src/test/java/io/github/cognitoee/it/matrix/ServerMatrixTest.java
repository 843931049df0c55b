package io.github.cognitoee.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
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
        module("tomcat", "<groups>servlet</groups><excludedGroups>ee11,rest</excludedGroups>");
        module("liberty", "");
        source("suite/src/main/java", "RolesIT", "@Tag(\"servlet\")");
        source("suite/src/main/java", "ThreadsIT", "");
        source("suite/src/main/java", "SeveralMechanismsIT", "@Tag(\"ee11\")");
        report("tomcat", "Tomcat 10", "RolesIT", "tests=\"64\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");
        report("liberty", "Open Liberty 26", "RolesIT", "tests=\"64\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");
        report(
                "liberty",
                "Open Liberty 26",
                "ThreadsIT",
                "tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"0\"",
                """
                <testcase name="a">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: NO_POOL: has none
                \tat io.github.cognitoee.it.Deviations.judge(Deviations.java:55)
                Caused by: java.lang.AssertionError: other
                \t... 9 more
                ]]></skipped>
                </testcase>""");
        Files.writeString(
                project.resolve("integration-tests/liberty/target/redeploys.txt"),
                """
                redeployed 1 {alive=1, heldByThreads=[], libraryThreads=0, metaspaceKiB=102400, noted=1, threads=40}
                redeployed 2 {alive=2, heldByThreads=[], libraryThreads=0, metaspaceKiB=204900, noted=2, threads=41}
                control 1 {alive=0, heldByThreads=[], libraryThreads=0, metaspaceKiB=204900, noted=1, threads=41}
                control-mechanism 1 {alive=1, heldByThreads=[], libraryThreads=0, metaspaceKiB=204900, noted=1, threads=41}
                """);
        Files.createDirectories(project.resolve("docs"));
        Files.writeString(project.resolve("README.md"), "a\n<!-- servers -->\nold\n<!-- /servers -->\nb\n");
        Files.writeString(
                project.resolve("docs/servers.md"),
                "<!-- redeployments -->\n<!-- /redeployments -->\n<!-- summary -->\n<!-- /summary -->\n<!-- matrix -->\n<!-- /matrix -->\n"
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

                | server | passed | failed | skipped | seconds |
                | --- | ---: | ---: | ---: | ---: |
                | Open Liberty 26, Java 25 | 66 | 0 | 1 | 2469 |
                | Tomcat 10, Java 25 | 64 | 0 | 0 | 1234 |

                <!-- /servers -->
                b
                """);
    }

    @Test
    void theDocumentTellsEachClassOnEachServerAndWhatWasSkipped() throws IOException {
        ServerMatrix.main(new String[] {project.toString()});

        assertThat(project.resolve("docs/servers.md"))
                .content()
                .contains("|  | Open Liberty 26, Java 25 | Tomcat 10, Java 25 |\n")
                .contains("| RolesIT | 64 | 64 |\n")
                .contains("| ThreadsIT | 2, 1 skipped | - |\n")
                .contains("| NO_POOL: has none | Open Liberty 26, Java 25 |\n");
    }

    @Test
    void theDocumentTellsWhatRedeploymentsLeft() throws IOException {
        ServerMatrix.main(new String[] {project.toString()});

        assertThat(project.resolve("docs/servers.md"))
                .content()
                .contains("| Open Liberty 26, Java 25 | 2 of 2 | 0 of 1 | 1 of 1 | 0 | 40, 41 | 100 to 200 |\n");
    }

    @Test
    void whatFailedIsToldInTheTablesAndFailsTheBuild() throws IOException {
        report("liberty", "Open Liberty 26", "RolesIT", "tests=\"64\" errors=\"1\" skipped=\"0\" failures=\"2\"", "");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("failed: RolesIT on Open Liberty 26, Java 25");
        assertThat(project.resolve("README.md"))
                .content()
                .contains("| Open Liberty 26, Java 25 | 63 | 3 | 1 | 2469 |\n");
        assertThat(project.resolve("docs/servers.md")).content().contains("| RolesIT | 61, **3 failed** | 64 |\n");
    }

    @Test
    void aClassThatAServerShouldHaveRunIsMissed() throws IOException {
        module("wildfly", "");
        report("wildfly", "WildFly 39", "RolesIT", "tests=\"64\" errors=\"0\" skipped=\"0\" failures=\"0\"", "");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no reports of ThreadsIT on WildFly 39, Java 25");
        assertThat(project.resolve("docs/servers.md"))
                .content()
                .contains("| ThreadsIT | 2, 1 skipped | - | **not run** |\n");
    }

    @Test
    void aClassThatNobodyHasRunIsMissedOnItsServers() throws IOException {
        source("suite/src/main/java", "TwoPoolsIT", "@Tag(\"servlet\")");
        source("liberty/src/test/java", "LibertyIT", "");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .hasMessage(
                        "no reports of LibertyIT on Open Liberty 26, Java 25, TwoPoolsIT on Open Liberty 26, Java 25,"
                                + " TwoPoolsIT on Tomcat 10, Java 25");
        assertThat(project.resolve("docs/servers.md"))
                .content()
                .contains("| LibertyIT | **not run** | - |\n")
                .contains("| TwoPoolsIT | **not run** | **not run** |\n");
    }

    @Test
    void aServerWithoutAnyReportIsMissed() throws IOException {
        module("glassfish", "<excludedGroups>ee10</excludedGroups>");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .hasMessage("no reports of any test of glassfish");
    }

    @Test
    void aServerThatLeftItselfOutIsNot() throws IOException {
        module("glassfish", "<excludedGroups>ee10</excludedGroups>");
        Path target = Files.createDirectories(project.resolve("integration-tests/glassfish/target"));
        Files.writeString(target.resolve("left-out.txt"), "no JDK 25");

        assertThatNoException().isThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}));
    }

    @Test
    void aTestThatWasSkippedForNoReasonIsNotPassedOver() throws IOException {
        report(
                "liberty",
                "Open Liberty 26",
                "ThreadsIT",
                "tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"0\"",
                "<testcase name=\"a\"><skipped/></testcase>");

        assertThatThrownBy(() -> ServerMatrix.main(new String[] {project.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a test was skipped without a reason");
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

    private void module(String name, String properties) throws IOException {
        Path folder =
                Files.createDirectories(project.resolve("integration-tests").resolve(name));
        Files.writeString(
                folder.resolve("pom.xml"),
                "<properties><it.server>" + name + "</it.server>" + properties + "</properties>");
    }

    private void source(String folder, String testClass, String tag) throws IOException {
        Path sources = Files.createDirectories(
                project.resolve("integration-tests").resolve(folder).resolve("it"));
        Files.writeString(
                sources.resolve(testClass + ".java"), "package it;\n\n" + tag + "\nclass " + testClass + " {}\n");
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
