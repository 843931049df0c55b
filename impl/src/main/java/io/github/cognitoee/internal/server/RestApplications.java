package io.github.cognitoee.internal.server;

import io.github.cognitoee.internal.mechanism.PreparedApplication;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which REST applications of a web application our feature has seen. One that it has not seen, because the
 * discovery of providers is switched off there, would run its {@code @RolesAllowed} methods for anybody. Thread-safe.
 */
final class RestApplications {

    private static final String OPEN_LIBERTY = "com.ibm.websphere.jaxrs.";

    /** By name: a servlet container has no REST. */
    private static final String APPLICATION = "jakarta.ws.rs.core.Application";

    private static final String ATTRIBUTE = RestApplications.class.getName();

    /** Servlets that need no proof, or have given it. */
    private final Set<String> safeServlets = ConcurrentHashMap.newKeySet();

    private final ServletContext context;
    private volatile @Nullable Boolean restIsAFilter;

    private RestApplications(ServletContext context) {
        this.context = context;
    }

    /** Those of a web application that is starting. */
    static RestApplications in(ServletContext context) {
        RestApplications applications = new RestApplications(context);
        context.setAttribute(ATTRIBUTE, applications);
        return applications;
    }

    /** @throws IllegalStateException when the web application was started without our initializer */
    static RestApplications of(ServletContext context) {
        PreparedApplication.require(context);
        return (RestApplications) context.getAttribute(ATTRIBUTE);
    }

    void seen(String servletName) {
        safeServlets.add(servletName);
    }

    /**
     * Whether requests may go to this servlet: it is none of REST, or our feature guards it. Where REST is installed as
     * a filter instead of a servlet no request may go anywhere, since none can be told from those for REST.
     */
    boolean isSafe(String servletName) {
        if (restIsAFilter()) {
            return false;
        }
        if (safeServlets.contains(servletName)) {
            return true;
        }
        if (isRest(context.getServletRegistration(servletName))) {
            return false;
        }
        safeServlets.add(servletName);
        return true;
    }

    private boolean restIsAFilter() {
        Boolean known = restIsAFilter;
        if (known == null) { // not before the first request: filters are added until then
            known = context.getFilterRegistrations().values().stream().anyMatch(RestApplications::isRest);
            restIsAFilter = known;
        }
        return known;
    }

    private static boolean isRest(@Nullable Registration registration) {
        if (registration == null) {
            return false;
        }
        String type = String.valueOf(registration.getClassName());
        return type.startsWith("org.glassfish.jersey.")
                || type.startsWith("org.jboss.resteasy.")
                || type.startsWith(OPEN_LIBERTY)
                || registration.getInitParameter(APPLICATION) != null;
    }

    /**
     * Has Open Liberty start REST applications with the web application, as other servers do by themselves: else none
     * could give its proof before its first request. Its own initializer has registered them before ours runs.
     */
    void startEarly() {
        context.getServletRegistrations().values().stream()
                .filter(registration ->
                        String.valueOf(registration.getClassName()).startsWith(OPEN_LIBERTY))
                .filter(ServletRegistration.Dynamic.class::isInstance)
                .forEach(registration -> ((ServletRegistration.Dynamic) registration).setLoadOnStartup(1));
    }
}
