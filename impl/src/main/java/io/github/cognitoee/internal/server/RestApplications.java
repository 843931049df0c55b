package io.github.cognitoee.internal.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which REST applications of a web application our feature has seen. One that it has not seen, because the
 * discovery of providers is switched off there, would run its {@code @RolesAllowed} methods for anybody. Thread-safe.
 */
final class RestApplications {

    private static final String ATTRIBUTE = RestApplications.class.getName();

    /** Servlets that need no proof, or have given it. */
    private final Set<String> safeServlets = ConcurrentHashMap.newKeySet();

    private final ServletContext context;

    private RestApplications(ServletContext context) {
        this.context = context;
    }

    static RestApplications of(ServletContext context) {
        synchronized (context) {
            RestApplications applications = (RestApplications) context.getAttribute(ATTRIBUTE);
            if (applications == null) {
                applications = new RestApplications(context);
                context.setAttribute(ATTRIBUTE, applications);
            }
            return applications;
        }
    }

    void seen(String servletName) {
        safeServlets.add(servletName);
    }

    /** Whether requests may go to this servlet: it is none of REST, or our feature guards it. */
    boolean isSafe(String servletName) {
        if (safeServlets.contains(servletName)) {
            return true;
        }
        if (isRest(servletName)) {
            return false;
        }
        safeServlets.add(servletName);
        return true;
    }

    private boolean isRest(String servletName) {
        ServletRegistration servlet = context.getServletRegistration(servletName);
        if (servlet == null) {
            return false;
        }
        String type = String.valueOf(servlet.getClassName());
        return type.startsWith("org.glassfish.jersey.")
                || type.startsWith("org.jboss.resteasy.")
                || servlet.getInitParameter(Application.class.getName()) != null;
    }
}
