package io.github.cognitoee.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the documentation whose text comes from the code. */
final class GeneratedDocument {

    /** How to write the files anew; they say so themselves. */
    static final String COMMAND = "mvn -B -ntp -pl impl -am test -Ddocs.write -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dtest=ErrorCatalogueTest,ConfigurationReferenceTest";

    private static final Path FOLDER = Path.of("..", "docs");

    private GeneratedDocument() {}

    /** The first lines of each: the title, and that nobody should edit it. */
    static String head(String title, Class<?> source) {
        return "# " + title + "\n\n<!-- Generated from " + source.getSimpleName()
                + ".java, and checked by the build. To" + " write it anew:\n" + COMMAND + " -->\n\n";
    }

    /** Fails where the file and the code differ; with {@code -Ddocs.write} writes the file first. */
    static void check(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (System.getProperty("docs.write") != null) {
            Files.writeString(path, text);
        }
        assertThat(path)
                .as("docs/%s comes from the code; write it anew by%n%s", file, COMMAND)
                .content()
                .isEqualTo(text);
    }
}
