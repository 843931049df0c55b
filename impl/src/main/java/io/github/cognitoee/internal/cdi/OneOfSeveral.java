package io.github.cognitoee.internal.cdi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the copies of the library apart that the WARs of one EAR bring: WildFly has one CDI container for the whole EAR,
 * tells each copy's extension of the beans of all, and knows an added type by its id alone.
 */
final class OneOfSeveral {

    private static final Pattern IN_WAR = Pattern.compile("([^/]+)/WEB-INF/lib/");

    private static final String ARCHIVE = archive(String.valueOf(CognitoExtension.class.getResource("CognitoExtension.class")));

    private OneOfSeveral() {}

    /** Whether a class sees another copy of the library than this one; those that see none may be anybody's. */
    static boolean isOfAnother(Class<?> type) {
        return isOfAnother(type, CognitoExtension.class);
    }

    static boolean isOfAnother(Class<?> type, Class<?> ours) {
        try {
            return Class.forName(ours.getName(), false, type.getClassLoader()) != ours;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    /** The id of a type that we add: different in each WAR, and the same on each node of a cluster. */
    static String idOf(Class<?> type) {
        return type.getName() + ARCHIVE;
    }

    /** The name of the WAR around a resource, as the server has it; nothing where there is none to tell. */
    static String archive(String location) {
        Matcher found = IN_WAR.matcher(location);
        return found.find() ? "@" + found.group(1) : "";
    }
}
