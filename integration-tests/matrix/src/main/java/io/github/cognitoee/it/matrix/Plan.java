package io.github.cognitoee.it.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each server's module is to run: by the sources, the classes of the shared suite and those of the module itself, less those
 * whose tags the module leaves out.
 */
final class Plan {

    private static final String SUITE = "suite";

    /** Of a module that runs the suite. */
    private static final Pattern SERVER = Pattern.compile("<it\\.server>[^<]");

    private static final Pattern TAG = Pattern.compile("^@Tag\\(\"([^\"]+)\"\\)", Pattern.MULTILINE);

    private final Map<String, Module> modules = new TreeMap<>();
    private final Map<String, Source> sources = new TreeMap<>();

    private Plan() {}

    /** @param folder of all modules, and of their parent's {@code pom.xml} */
    static Plan of(Path folder) throws IOException {
        Plan plan = new Plan();
        try (Stream<Path> poms = Files.find(folder, 2, (file, attributes) -> file.endsWith("pom.xml"))) {
            for (Path pom : poms.toList()) {
                String text = Files.readString(pom);
                if (SERVER.matcher(text).find()) {
                    String name = pom.getParent().getFileName().toString();
                    boolean leftOut = Files.exists(pom.resolveSibling("target/left-out.txt"));
                    plan.modules.put(name, Module.of(text, leftOut));
                    plan.read(name, pom.resolveSibling("src/test/java"));
                }
            }
        }
        plan.read(SUITE, folder.resolve("suite/src/main/java"));
        return plan;
    }

    private void read(String module, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith("IT.java"))
                        .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.put(name, new Source(module, found(TAG, Files.readString(file))));
                }
            }
        }
    }

    /** The modules of this run: all but those that left themselves out, and wrote down why. */
    Set<String> modules() {
        return modules.entrySet().stream()
                .filter(module -> !module.getValue().leftOut())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The simple names of what a module is to run. */
    Set<String> testClasses(String module) {
        return sources.entrySet().stream()
                .filter(source -> isFor(module, source.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean has(String module, String testClass) {
        Source source = sources.get(testClass);
        return source != null && isFor(module, source);
    }

    private boolean isFor(String module, Source source) {
        return (source.module().equals(SUITE) || source.module().equals(module))
                && modules.get(module).takes(source.tags());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** @param module that it lies in */
    private record Source(String module, Set<String> tags) {}

    /**
     * @param groups tags of which a class must have one, if there are any
     * @param excluded tags of which it must have none
     */
    private record Module(Set<String> groups, Set<String> excluded, boolean leftOut) {

        /** In the run of all servers those of the other generation of Jakarta EE alone, unless a module says otherwise. */
        private static final Set<String> EXCLUDED = Set.of("ee11");

        static Module of(String pom, boolean leftOut) {
            Set<String> excluded = property("excludedGroups", pom);
            return new Module(property("groups", pom), excluded.isEmpty() ? EXCLUDED : excluded, leftOut);
        }

        boolean takes(Set<String> tags) {
            return (groups.isEmpty() || tags.stream().anyMatch(groups::contains))
                    && tags.stream().noneMatch(excluded::contains);
        }

        private static Set<String> property(String name, String pom) {
            Matcher matcher = Pattern.compile("<" + name + ">([^<]*)<").matcher(pom);
            return matcher.find() ? new TreeSet<>(Set.of(matcher.group(1).split(","))) : Set.of();
        }
    }
}
