package io.github.cognitoee.internal.cdi;

import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an application this copy of the library serves. An EAR is one application to CDI, and each of its WARs may bring
 * a copy: then all of them are told of the classes of all WARs, and have to leave each other's alone.
 */
final class OwnModule {

    /** The name of the folder or archive whose {@code WEB-INF/lib} a jar lies in. */
    private static final Pattern WAR = Pattern.compile(".*/([^/]+?)/WEB-INF/.*");

    private static final String MODULES_OF_WILDFLY = "org.jboss.modules.ModuleClassLoader";
    private static final String LIBRARY = "io.github.cognitoee.internal.";

    private final Class<?> library;

    /** @param library a class of the library */
    OwnModule(Class<?> library) {
        this.library = library;
    }

    /** Whether the class is one that the library sees, the application's own or the server's, or one that sees the library. */
    boolean has(Class<?> type) {
        return type.getClassLoader() == library.getClassLoader()
                || isSeen(type, library.getClassLoader())
                || isSeen(library, type.getClassLoader());
    }

    /**
     * Whether the class is of another copy of the library, or of an application that has one. The copy's own classes need not
     * be seen: Payara Server has been met to take the extension of one WAR only.
     */
    boolean isInCopy(Class<?> type) {
        return !has(type) && (type.getName().startsWith(LIBRARY) || seesAnotherCopy(type.getClassLoader()));
    }

    private boolean seesAnotherCopy(@Nullable ClassLoader loader) {
        try {
            return Class.forName(library.getName(), false, loader) != library;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Whether beans of other WARs are none to this one: so it was seen on WildFly alone, where WARs are modules. */
    boolean isKeptApart() {
        return library.getClassLoader().getClass().getName().equals(MODULES_OF_WILDFLY);
    }

    private static boolean isSeen(Class<?> type, @Nullable ClassLoader loader) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * By which CDI tells a type that the library adds from all others of the application, and so from the same of another
     * copy: Weld would take one for the other. The same on all nodes of a cluster, which exchange such names.
     */
    String idOf(Class<?> added) {
        return war().map(name -> added.getName() + " of " + name).orElse(added.getName());
    }

    private Optional<String> war() {
        return Optional.ofNullable(library.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(URL::getPath)
                .map(WAR::matcher)
                .filter(Matcher::matches)
                .map(matched -> matched.group(1));
    }
}
