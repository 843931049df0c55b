package io.github.cognitoee.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The domain of a GlassFish or Payara Server as its distribution has it, kept to the loopback interface, to ports that are
 * free, and to itself, with a larger heap. Nothing of its security is touched.
 */
record GlassFishDomain(Path domainXml) {

    private static final Pattern PORT =
            Pattern.compile("(?<before>[ ]port=\"|JMS_PROVIDER_PORT\" value=\"|telnet[.]port=)(?<port>[0-9]{4})\\b");
    private static final Pattern ADDRESS = Pattern.compile("address=\"0[.]0[.]0[.]0\"");
    private static final Pattern LISTENER = Pattern.compile("<network-listener (?!address)");
    private static final Pattern DATA_GRID = Pattern.compile("<hazelcast-config-specific-configuration");
    private static final Pattern JVM = Pattern.compile("(<java-config [^>]*>)");

    /** GlassFish keeps what it undeploys, and the suite deploys more than the heap of the distribution holds. */
    private static final Pattern HEAP = Pattern.compile("-Xmx512m");

    /**
     * @param offset added to each port
     * @param properties system properties of the server
     */
    void prepare(int offset, Map<String, String> properties) {
        String options = properties.entrySet().stream()
                .map(property -> "<jvm-options>-D" + property.getKey() + "=" + property.getValue() + "</jvm-options>")
                .collect(Collectors.joining());
        Function<MatchResult, String> moved = found -> found.group(1) + (Integer.parseInt(found.group(2)) + offset);
        try {
            String domain = PORT.matcher(original()).replaceAll(moved);
            domain = ADDRESS.matcher(domain).replaceAll("address=\"127.0.0.1\"");
            domain = LISTENER.matcher(domain).replaceAll("<network-listener address=\"127.0.0.1\" ");
            domain = DATA_GRID.matcher(domain).replaceAll("$0 enabled=\"false\"");
            domain = JVM.matcher(domain).replaceAll("$1" + options);
            domain = HEAP.matcher(domain).replaceAll("-Xmx2g");
            Files.writeString(domainXml, domain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was unpacked, also where an earlier run has changed it. */
    private String original() throws IOException {
        Path kept = domainXml.resolveSibling("domain.xml.unpacked");
        if (Files.notExists(kept)) {
            Files.copy(domainXml, kept);
        }
        return Files.readString(kept);
    }
}
