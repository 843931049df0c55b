package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What the Servlets of a web application require by their classes. Thread-safe. */
final class ServletRequirements {

    private final ServletContext context;
    private final ConcurrentMap<String, Requirements> requiredByName = new ConcurrentHashMap<>();

    ServletRequirements(ServletContext context) {
        this.context = context;
    }

    /** What the Servlet of this name requires; nothing where there is none. */
    Requirements of(@Nullable String servletName) {
        return servletName == null
                ? Requirements.NONE
                : requiredByName.computeIfAbsent(servletName, this::requiredByClass);
    }

    /** What the Servlets that are registered by now require, by their names; without those that require nothing. */
    Map<String, Requirements> guarded() {
        Map<String, Requirements> guarded = new TreeMap<>();
        context.getServletRegistrations().keySet().forEach(name -> guarded.put(name, of(name)));
        guarded.values().removeIf(Requirements::isEmpty);
        return guarded;
    }

    private Requirements requiredByClass(String servletName) {
        ServletRegistration servlet = context.getServletRegistration(servletName);
        if (servlet == null || servlet.getClassName() == null) {
            return Requirements.NONE; // a JSP, or the server's own
        }
        try {
            return Requirements.of(Class.forName(servlet.getClassName(), false, context.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Requirements.NONE; // the server's own: it has made the application's
        }
    }
}
