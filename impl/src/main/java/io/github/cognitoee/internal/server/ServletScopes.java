package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What the Servlets of a web application require by their classes. Thread-safe. */
final class ServletScopes {

    private final ServletContext context;
    private final ConcurrentMap<String, RequiredScopes> requiredByName = new ConcurrentHashMap<>();

    ServletScopes(ServletContext context) {
        this.context = context;
    }

    /** What the Servlet of this name requires; nothing where there is none. */
    RequiredScopes of(@Nullable String servletName) {
        return servletName == null
                ? RequiredScopes.NONE
                : requiredByName.computeIfAbsent(servletName, this::requiredByClass);
    }

    /** What the Servlets that are registered by now require, by their names; without those that require nothing. */
    Map<String, RequiredScopes> guarded() {
        Map<String, RequiredScopes> guarded = new TreeMap<>();
        context.getServletRegistrations().keySet().forEach(name -> guarded.put(name, of(name)));
        guarded.values().removeIf(RequiredScopes::isEmpty);
        return guarded;
    }

    private RequiredScopes requiredByClass(String servletName) {
        ServletRegistration servlet = context.getServletRegistration(servletName);
        if (servlet == null || servlet.getClassName() == null) {
            return RequiredScopes.NONE; // a JSP, or the server's own
        }
        try {
            return RequiredScopes.of(Class.forName(servlet.getClassName(), false, context.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return RequiredScopes.NONE; // the server's own: it has made the application's
        }
    }
}
