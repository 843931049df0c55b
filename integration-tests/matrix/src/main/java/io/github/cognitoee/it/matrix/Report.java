package io.github.cognitoee.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What one test class found on one server: a report of the Failsafe plugin.
 *
 * @param module of the server
 * @param server its name, and the Java that it ran on
 * @param failed failures and errors
 * @param skippedBecause one reason for each test that was skipped
 */
record Report(
        String module,
        String server,
        String testClass,
        int tests,
        int failed,
        List<String> skippedBecause,
        double seconds) {

    private static final String SERVER = "cognito.test.server-title";
    private static final String JAVA = "cognito.test.java";

    Report {
        skippedBecause = List.copyOf(skippedBecause);
    }

    int passed() {
        return tests - failed - skippedBecause.size();
    }

    /** Those of all modules in a folder, in no order. */
    static List<Report> in(Path modules) throws IOException {
        List<Report> reports = new ArrayList<>();
        try (Stream<Path> files = Files.find(modules, 4, (file, attributes) -> isReport(file))) {
            for (Path file : files.toList()) {
                read(file).ifPresent(reports::add);
            }
        }
        return reports;
    }

    private static boolean isReport(Path file) {
        return file.getParent().endsWith("failsafe-reports")
                && file.getFileName().toString().matches("TEST-.*[.]xml");
    }

    /** Empty where the tests were none of a server. */
    private static Optional<Report> read(Path file) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
            return of(moduleOf(file), document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report of the Failsafe plugin", e);
        }
    }

    private static String moduleOf(Path report) {
        Path module = report.getParent().getParent().getParent();
        return module.getFileName().toString();
    }

    private static Optional<Report> of(String module, Element suite) {
        String name = suite.getAttribute("name");
        return property(suite, SERVER)
                .map(server -> new Report(
                        module,
                        server + ", Java " + property(suite, JAVA).orElse("unknown"),
                        name.substring(name.lastIndexOf('.') + 1),
                        number(suite, "tests"),
                        number(suite, "failures") + number(suite, "errors"),
                        elements(suite, "skipped").stream().map(Report::reason).toList(),
                        Double.parseDouble(suite.getAttribute("time").replace(",", ""))));
    }

    /** An attribute where a class was disabled; where a test gave up, an exception with its trace. */
    private static String reason(Element skipped) {
        String message = skipped.getAttribute("message");
        String text = message.isBlank() ? skipped.getTextContent() : message;
        String reason =
                text.strip().replaceFirst("^[\\w.]+(?:Exception|Error): ", "").split("\n\tat ", 2)[0];
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a test was skipped without a reason");
        }
        return reason.strip().replaceAll("\\s+", " ");
    }

    private static Optional<String> property(Element suite, String name) {
        return elements(suite, "property").stream()
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private static List<Element> elements(Element suite, String name) {
        NodeList found = suite.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
