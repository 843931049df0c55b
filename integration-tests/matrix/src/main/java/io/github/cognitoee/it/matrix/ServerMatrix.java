package io.github.cognitoee.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what the suite found on each server into README.md and docs/servers.md, from the reports that lie in the modules'
 * target folders; fails where tests have failed, and where a server has no report of a class that it should have run, or none
 * at all. The one argument is the project's folder.
 */
public final class ServerMatrix {

    private ServerMatrix() {}

    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path modules = project.resolve("integration-tests");
        Matrix matrix = new Matrix(Report.in(modules), Plan.of(modules));
        rewrite(project.resolve("README.md"), new Section("servers", matrix.summary()));
        rewrite(
                project.resolve("docs/servers.md"),
                new Section("redeployments", Redeployments.table(modules)),
                new Section("summary", matrix.summary()),
                new Section("matrix", matrix.classes()),
                new Section("deviations", matrix.skipped()));
        System.out.println(matrix.summary());
        require("no reports of ", matrix.missing());
        require("failed: ", matrix.failed());
    }

    private static void require(String otherwise, List<String> none) {
        if (!none.isEmpty()) {
            throw new IllegalStateException(otherwise + String.join(", ", none));
        }
    }

    private static void rewrite(Path file, Section... sections) throws IOException {
        String document = Files.readString(file);
        for (Section section : List.of(sections)) {
            document = section.replacedIn(document);
        }
        Files.writeString(file, document);
    }
}
